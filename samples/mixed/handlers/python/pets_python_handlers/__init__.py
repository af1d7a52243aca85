"""The Lambda handlers of pets."""
