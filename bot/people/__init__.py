"""Who receives, who acts, and what they may do."""
