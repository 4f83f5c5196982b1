"""The issue as written: find the file, read its YAML with places, read each field by the one field table, read the manuscripts, join the house style."""
