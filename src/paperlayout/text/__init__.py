"""Composing Chinese, step by step: copyfix, classes, resolve, tokens, squeeze, breaks, strip, fit, linebreak, justify, paragraph."""
