"""Photos: `open` looks at a file's header, `pixels` develops the part that shows, `separate` turns screen colours into inks."""
