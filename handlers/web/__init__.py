"""The web door: calendars to subscribe to, and pages."""
