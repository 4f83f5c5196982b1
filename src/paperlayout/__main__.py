"""python -m paperlayout."""

from paperlayout.cli.main import main

main()
