"""One block: where its photos may stand (figures), the rows that are left for text (block_area), what it costs and how it is filled (block_cost)."""
