"""排版: the dummy becomes frames at absolute points. Steps: sheet (grid to points), head, body, figure, box, furniture, rules, page."""
