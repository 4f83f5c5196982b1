"""Photos: `open` looks at a file's header (`whole` whether it goes on to its end, `faults` says what is wrong); `cut` reads the part that shows, in the
colours its profile or its `camera` says; `inks` and `separate` turn it into newsprint inks; `pixels` puts these together, in a process `apart` where the file
could do harm; `keep` keeps what was developed for the next run."""
