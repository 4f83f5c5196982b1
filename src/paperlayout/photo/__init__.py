"""Photos: `open` looks at a file's header (`truncation` whether it goes on to its end, `faults` says what is wrong); `crop` reads the part that shows, in the
colours its profile or its `camera` says; `inks` and `separate` turn it into newsprint inks; `pixels` puts these together, in a process `apart` where the file
could do harm; `image_cache` keeps what was developed for the next run."""
