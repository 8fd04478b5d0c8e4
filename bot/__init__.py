"""The brain: frozen values and functions that decide; no input or output."""
