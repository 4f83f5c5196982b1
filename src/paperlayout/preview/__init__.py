"""The live page: what the editor saves stands on the screen a moment later.

The steps: `watch` hears of a save, `desk` asks a `worker` (kept by `crew`) to build, `builder` makes up the issue and draws the pages that changed,
`places` says where each line was written, `raster` turns pages into pixels, `server` hands them to the browser behind the `guard`; the page is in `static/`.
"""
