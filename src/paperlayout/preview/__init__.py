"""The live page: what the editor saves stands on the screen a moment later.

The steps: `watch` hears of a save, `desk` asks a `worker` (kept by `crew`) to build, `builder` makes up the issue with what is `kept` and draws the pages
that changed (`changes`), `teller` and `places` say what stands where and where it was written (`ledger`), `pictures` has pages turned into pixels (`raster`),
`server` hands them to the browser behind its `door` and `guard`; the page itself is in `static/`.
"""
