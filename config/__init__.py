"""Settings, logging, and the bundled days, network and wording."""
