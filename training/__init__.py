"""Trains the reader model and the weights by which place names are found. Never imported by crosswire."""
