"""What a day consists of, and questions that can be put to it."""
