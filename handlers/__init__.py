"""The doors: chat, command line, clock and the local stage."""
