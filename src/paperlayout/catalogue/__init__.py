"""What the program says to the editor, by family of codes: one table has code, message and cure in Chinese and English, and the page that explains it."""
