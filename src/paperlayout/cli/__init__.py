"""The command line: one small module a verb, loaded when it is called."""
