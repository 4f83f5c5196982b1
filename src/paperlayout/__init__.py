"""paperlayout 嘉定工会报排版: makes up newspaper pages from an issue in YAML. What other programs may call is here; docs/api.md tells how."""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from paperlayout.api import LoadedIssue, load_issue, make_up, open_kit, render_pdf
    from paperlayout.diag import Diagnostic, IssueError, Severity
    from paperlayout.edition import Edition, layout
    from paperlayout.kit import Kit
    from paperlayout.plan.kept_layout import KeptLayout
else:
    HOMES = {
        "Diagnostic": "diag", "Edition": "edition", "IssueError": "diag", "KeptLayout": "plan.kept_layout", "Kit": "kit", "LoadedIssue": "api",
        "Severity": "diag", "layout": "edition", "load_issue": "api", "make_up": "api", "open_kit": "api", "render_pdf": "api",
    }  # fmt: skip

    def __getattr__(name: str) -> object:
        """Loads what is asked for when it is asked for: importing paperlayout itself loads nothing."""
        if name not in HOMES:
            raise AttributeError(f"module 'paperlayout' has no attribute {name!r}")
        return getattr(import_module(f"paperlayout.{HOMES[name]}"), name)


__all__ = [
    "Diagnostic", "Edition", "IssueError", "KeptLayout", "Kit", "LoadedIssue", "Severity", "__version__", "layout", "load_issue", "make_up", "open_kit",
    "render_pdf",
]  # fmt: skip
