"""What handlers and clients are made of; nothing here is for users of this package."""
