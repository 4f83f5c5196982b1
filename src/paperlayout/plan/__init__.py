"""画版: which story stands where, in whole columns and rows; by question: `assign` (which page), `search` (which cut), `block` (what a block costs, how
it is filled), `judge` (the rules, the refinement). `makeup` makes one page up on one grid, `page` chooses, `fit` says what is missing, `kept_layout`
is what stays. What travels between them: `tree` (how a page is cut), `page_plan` (the page planned), `mode` (what may be done to it), `costs` (prices)."""
