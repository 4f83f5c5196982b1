"""Reading an issue: `load` the file, `items` its pages. What editors write by comes from the same tables: `schema`, `skeleton`, `workbench`; `fix` mends."""
