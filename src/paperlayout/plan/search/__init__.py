"""Which cut: what items cost in blocks of their own (block_tables), cost curves of sets of them (curves), which cuts are looked at (cuts, pins), how curves
combine (search), what was found out on the way (learned), the best trees behind them (trees)."""
