"""Lexicons and tables that ship; PROVENANCE.md says where each is from."""
