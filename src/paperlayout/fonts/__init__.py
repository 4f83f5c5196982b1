"""Faces: `face` measures, shapes and cuts one typeface; `book` finds the face that has a character."""
