"""Arrays of prices: what the curves of the search and the tables of blocks are made of."""

import numpy as np
from numpy.typing import NDArray

Costs = NDArray[np.float64]
INF = 1e9
"""The price of what cannot be done."""
