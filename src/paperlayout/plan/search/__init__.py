"""Which cut: cost curves of sets of items (curves), how they combine (search), the best trees behind them (trees), what pins forbid a cut (pins)."""
