"""付印: the file the plant prints from. pikepdf is used here only; `finish` is the whole way.

Steps: `marks` sets what stands round the trimmed page; drawing makes the pages; `standard` finishes the file with its printing condition (`icc`),
what it says of itself (`xmp`), how it is read (`structure`) and how stories run on (`threads`); `preflight` looks over the finished file: its
`conformance`, then mark by mark (`scan`, `graphics_state`, `affine`, `textwidth`, `ink_colour`) its pages, judged by `rules`, their ink added up
(`inkmap`); `manifest` says what the file holds.
"""
