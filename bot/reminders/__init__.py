"""Which reminders are due, for whom and when."""
