"""The eye: a page as the rules read it (plan_view), the page rules in one table (rules), and the settings that go together (refine)."""
