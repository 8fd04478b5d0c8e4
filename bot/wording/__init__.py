"""Every sentence that people read, in Dutch and English."""
