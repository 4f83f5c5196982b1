"""VS Code as an editor's desk: schemas, settings, tasks and the problem matcher, laid over what the folder has already."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from paperlayout.loading.schema import issue_schema, paper_schema

FOLDER = ".vscode"
ISSUE_SCHEMA, PAPER_SCHEMA = "issue.schema.json", "paper.schema.json"
LEVELS = (("error", "错误|error"), ("warning", "警告|warning"), ("info", "提示|note"))
OWNER = "paperlayout"

SETTINGS: dict[str, Any] = {
    "yaml.schemas": {
        f"./{FOLDER}/{ISSUE_SCHEMA}": ["**/issue.yaml", "**/issue.yml"],
        f"./{FOLDER}/{PAPER_SCHEMA}": ["**/paper.yaml", "**/paper.yml"],
    },
    "[yaml]": {
        "editor.insertSpaces": True, "editor.tabSize": 2, "editor.wordWrap": "on", "editor.formatOnSave": False,
        "editor.quickSuggestions": {"other": True, "comments": False, "strings": True}, "editor.unicodeHighlight.ambiguousCharacters": False,
    },
    "[markdown]": {"editor.wordWrap": "on", "editor.formatOnSave": False, "editor.unicodeHighlight.ambiguousCharacters": False},
    "files.encoding": "utf8", "files.autoGuessEncoding": True,
}  # fmt: skip
EXTENSIONS: dict[str, Any] = {"recommendations": ["redhat.vscode-yaml"]}


def short_pattern(words: str) -> str:
    """What a line of `--format short` looks like at one level: file, line, column, level, code, message."""
    return rf"^(.*?):(\d+):(\d+): ({words}) ([A-Z]\d+) (.*)$"


def matchers() -> list[dict[str, Any]]:
    """One problem matcher a level: VS Code does not know the Chinese words for them."""
    pattern = {"file": 1, "line": 2, "column": 3, "code": 5, "message": 6}
    return [
        {
            "owner": f"{OWNER}-{level}", "source": OWNER, "severity": level, "fileLocation": ["autoDetect", "${workspaceFolder}"],
            "pattern": {"regexp": short_pattern(words), **pattern},
        }
        for level, words in LEVELS
    ]  # fmt: skip


def _task(label: str, detail: str, *arguments: str, **more: Any) -> dict[str, Any]:
    task = {
        "label": label, "detail": detail, "type": "process", "command": "paperlayout", "args": [*arguments, "${fileDirname}", "--format", "short"],
        "options": {"cwd": "${workspaceFolder}", "env": {"PYTHONUTF8": "1"}}, "problemMatcher": matchers(), "presentation": {"clear": True},
    }  # fmt: skip
    return {**task, **more}


def tasks() -> dict[str, Any]:
    """排版 (Ctrl+Shift+B), 检查, 预览, 校样, 付印 and 导出, for the issue whose file is open."""
    watching = {"isBackground": True, "problemMatcher": [], "args": ["preview", "${fileDirname}"]}
    return {
        "version": "2.0.0",
        "tasks": [
            _task("排版", "排好打开的这一期，生成 PDF", "build", group={"kind": "build", "isDefault": True}),
            _task("检查", "只检查打开的这一期，毛病列在“问题”里", "check", group={"kind": "test", "isDefault": True}),
            _task("预览", "在浏览器里边改边看；关掉这个终端就结束", "preview", **watching),
            _task("校样", "出大样，三审三校用", "proof"),
            _task("付印", "全面检查，出给印厂的文件和清单", "press"),
            _task("导出数字报", "网页和 EPUB，放在 build/export", "export", "--to", "html,epub"),
        ],
    }


@dataclass(frozen=True, slots=True)
class LaidFile:
    """A file for the desk: its name and text, and whether a file of that name was laid over (None: it cannot be read and is left alone)."""

    name: str
    text: str
    kept: bool | None = False


def laid_over(present: Mapping[str, str]) -> Iterator[LaidFile]:
    """The desk's files over those present: what the folder's own settings say stays as it is."""
    yield LaidFile(ISSUE_SCHEMA, _json(issue_schema()), ISSUE_SCHEMA in present)
    yield LaidFile(PAPER_SCHEMA, _json(paper_schema()), PAPER_SCHEMA in present)
    for name, wanted in (("settings.json", SETTINGS), ("extensions.json", EXTENSIONS), ("tasks.json", tasks())):
        if name not in present or not present[name].strip():
            yield LaidFile(name, _json(wanted))
            continue
        try:
            own = json.loads(present[name])
        except ValueError:
            own = None  # VS Code lets comments stand in its JSON; we would lose them
        yield LaidFile(name, _json(merged(own, wanted)), True) if isinstance(own, dict) else LaidFile(name, _json(wanted), None)


def merged(own: Any, ours: Any) -> Any:
    """Settings with ours where they say nothing; lists get what they lack, tasks by their label."""
    if isinstance(own, dict) and isinstance(ours, dict):
        return {**own, **{key: merged(own[key], value) if key in own else value for key, value in ours.items()}}
    if isinstance(own, list) and isinstance(ours, list):
        return [*own, *(one for one in ours if _label(one) not in [_label(other) for other in own])]
    return own


def _label(one: Any) -> Any:
    return one.get("label", one) if isinstance(one, dict) else one


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
