"""Annotated text to what is said and done."""
