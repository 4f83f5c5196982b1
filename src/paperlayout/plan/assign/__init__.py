"""分版: which page a story stands on: allotment (what it takes), groups (what shares a page), allot (who goes where), jump (what goes on elsewhere)."""
