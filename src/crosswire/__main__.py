"""`python -m crosswire` is the command `crosswire`."""

import sys

from crosswire.cli import main

if __name__ == "__main__":
    sys.exit(main())
