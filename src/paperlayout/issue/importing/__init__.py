"""Importing manuscripts, in order: arrive (a file's lines) → heal (torn paragraphs joined) → sort (stories, fields, captions) → file (articles and pictures on
disk) → enter (the stories' entries in the issue)."""
