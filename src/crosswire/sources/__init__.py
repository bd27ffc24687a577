"""Bytes to articles."""


class Rejected(Exception):
    """A file that is no article crosswire can read; the message says in one line what is wrong and what to do."""
