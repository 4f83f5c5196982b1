"""Heads, from their words to frames on the page.

What decides a head's size? Its rank and the columns it stands over choose a rung of the house's ladder (`ladder.py`; sizes: `Heads` in `issue/house.py`),
and each size of that rung at which its longest line fits becomes a variant with a price (`headline.py`; prices: `HeadPrices` in `issue/prices.py`). Planning
takes the one that makes the page cheapest.

The steps: place (where it stands) → wording (its words in lines) → ladder (sizes and faces it may take) → headline (the main lines in each of them) →
horizontal, vertical (all its lines from ink to ink, in whole rows) → variants (the one function callers know) → frames (a chosen one drawn).
`line.py` fits a single line to its room; `small.py` sets the heads of briefs.
"""
