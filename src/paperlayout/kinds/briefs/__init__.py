"""简讯集纳: briefs under one box head."""
