"""Importing manuscripts, in order: read (a file's lines) → join (torn paragraphs) → split (stories, fields, captions; one story on its way is a `draft`) →
filing (articles and pictures on disk) → register (the stories' entries in the issue)."""
