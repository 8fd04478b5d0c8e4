"""Sessions as calendar entries (RFC 5545)."""
