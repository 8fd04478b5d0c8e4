"""Programme files: reading what people write."""
