"""算篇幅: measures stories in whole lines. Steps: body, headline, figure, briefs, then measure puts them together as Copy."""
