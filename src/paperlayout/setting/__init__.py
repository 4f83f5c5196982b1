"""Setting display type and broken lines as glyphs: horizontal, and vertical for 竖题."""
