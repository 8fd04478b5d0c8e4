"""A step per file, numbered."""
