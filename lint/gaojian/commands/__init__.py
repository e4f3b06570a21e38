"""The commands of the command line, a module each, imported when they are asked for.

Each parses its options, hands over, says what came of it and returns the exit code; none decides anything else.
"""
