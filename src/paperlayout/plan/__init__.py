"""画版: which story stands where, in whole columns and rows. Steps: figures (where photos may stand), leaf (what a story costs in a
block), curves and search (cost of every height for every set of stories), trees (the best of them), makeup and dress (made real, judged by the rules), page."""
