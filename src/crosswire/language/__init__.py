"""Text to annotated text."""
