"""The live page: what the editor saves stands on the screen a moment later.

The steps: `watch` hears of a save, `session` asks a `worker` (kept by `workers`) to build, `builder` makes up the issue with the pages it has
(`page_cache`) and draws those that changed (`changes`), `payload` and `places` say what stands where and where it was written (`origins`), `pictures`
has pages turned into pixels (`raster`), `server` hands them to the browser where it may `listen` and to whom `access` lets in; orders and answers are
in `protocol`, the page itself in `static/`.
"""
