"""Prices of heads: what one way to set a head costs more than another, on the planner's scale."""

STEP_COST = 2.0
"""Price of each step down in size of an equal-measure pair."""
EVEN_STEP_COST = 0.7 * STEP_COST
"""Price of each step down in size of lines of one size, and of vertical ones."""
LINE_COST = 1.0
"""Price of each line more."""
FILL_COST = 45.0
"""Price of a head that leaves its span empty, by the share that is missing."""
OFF_IDEAL_COST = 6.0
"""Price of a head wider or narrower than its span's ideal share."""
CONDENSED_COST = 2.0
UNEVEN_COST, UNEVEN_VERTICAL_COST = 30.0, 12.0
"""Price of lines of very different length in one size, by the share of the longest that the shortest is too short."""
UNBROKEN_COST = 20.0
"""A head the editor gave a break to reads worse in one line."""
OFF_LADDER_COST = 12.0
"""Price of a head smaller than its rung, to which each point is added."""
OFF_LADDER_STEPS = 9
"""How many steps down such a head counts."""
ROW_COST, SPARE_ROWS = 2.0, 3
"""Price of the first row of white that a head takes more than it needs, growing by the square; and how many it may take."""
SLACK_COST = 0.08
"""Price of each point of white beyond what the house allows below a head."""
LENGTH_COST = 3.0
"""Price of each row a vertical head is longer or shorter than the house allows."""
LONGER_DECK_COST = 2.0
"""Price of a deck that reaches further down than the vertical main lines."""
MOST_WHITE, WHITE_COST = 5, 0.8
"""Rows of white that may stand under a vertical head, so that it is as high as its text; the price of the first, growing by the square."""
