"""The digital edition (数字报), made from the Edition: paper (what there is to read, and where on the pages) → html, epub, text. Nothing here reads a PDF."""
