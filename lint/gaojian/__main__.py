"""``python -m gaojian``."""

from gaojian.cli import main

if __name__ == "__main__":
    main(prog_name="gaojian")
