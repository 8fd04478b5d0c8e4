"""From the sentence of a secretary to the edits it asks for."""
