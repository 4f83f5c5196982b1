"""检查: faults of an issue and of a finished edition. Each module is one family of findings."""
