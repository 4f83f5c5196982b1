"""文章: a story in its legs, or as a block of its own: 加框, 底纹, 破栏."""
