"""Photos: `open` looks at a file's header (`whole` whether it goes on to its end, `faults` says what is wrong), `cut` reads the part that shows,
`inks` and `separate` turn it into newsprint inks, `pixels` puts these together, `keep` keeps what was developed for the next run."""
