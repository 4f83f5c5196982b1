"""校样: what the desk reads and signs, made from the press file's own pages. `proof` is the whole way.

Steps: `changes` finds what is new since the last proof; `forms` and `galley` lay the pages on sheets, with `furniture` (stamp, sign-off boxes, rulers) round
them; `bound` draws the furniture and puts the press file's pages under it.
"""
