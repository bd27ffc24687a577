"""Builds data/ from public facts; never imported by crosswire."""
