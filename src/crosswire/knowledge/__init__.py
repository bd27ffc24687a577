"""What is known before reading."""
