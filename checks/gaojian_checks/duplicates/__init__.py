"""DUP: 重复的文字 · text that stands twice."""
