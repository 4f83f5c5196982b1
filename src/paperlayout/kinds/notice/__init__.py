"""启事: a correction or announcement in a black frame."""
