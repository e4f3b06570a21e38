"""SPC, WID: 空格和全半角 · blanks, and the width of characters."""
