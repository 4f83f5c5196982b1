"""画版: which story stands where, in whole columns and rows. Steps: figures (where photos may stand), leaf (what a story costs in a
block), curves (cost of every height for every set of stories), search (the best trees), legs (the text in its legs), rules, page."""
