"""付印: the file the plant prints from. pikepdf is used here only; `plant` is the whole way.

Steps: `marks` sets what stands round the trimmed page; drawing makes the pages; `standard` finishes the file with its printing condition (`icc`), what it says
of itself (`xmp`), how it is read (`structure`) and how stories run on (`threads`); `preflight` looks at the finished file, its `papers` and, mark by mark (`scan`,
`plane`, `textwidth`, `paint`), its pages, judges them by `rules` and adds up their ink (`inkmap`); `manifest` says what the file holds.
"""
