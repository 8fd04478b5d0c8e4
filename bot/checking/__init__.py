"""What is not right yet about a day before it, and how it went after it."""
