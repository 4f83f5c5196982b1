"""One block: where its photos may stand (figures), the rows that are left for text (block_area), the text's slack
(text_slack), tables of sizes (sizes), what a block costs by its area (story_block, block_cost), how it is filled for real (block_fill)."""
