"""The page and the questions behind it over HTTP, on this machine alone."""
