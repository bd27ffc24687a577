"""A story to one fused record."""
