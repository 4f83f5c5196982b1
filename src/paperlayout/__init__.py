"""paperlayout 嘉定工会报排版: makes up newspaper pages from an issue in YAML."""

__version__ = "0.1.0"
