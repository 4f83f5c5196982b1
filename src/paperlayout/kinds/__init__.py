"""The kinds of item a page is made of, one home each: what is given, how it is read, measured, set and checked. `table` lists them."""
