"""The installed schemas in the real yaml-language-server: what an editor is offered, told and shown.

    npm install yaml-language-server --prefix /tmp/yls
    python tests/bench/language_server.py /tmp/yls/node_modules/yaml-language-server/bin/yaml-language-server
"""

import json
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

TEXT = "日期: 六月\n头条:\n  标提: 甲\n  栏数: 3\n  位置: \n  \n"
PATIENCE = 20
CLIENT = {
    "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
    "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}, "hover": {"contentFormat": ["markdown"]}, "publishDiagnostics": {}},
}


class Server:
    """A language server on its standard streams; it is given the folder's own settings when it asks."""

    def __init__(self, program: str, settings: dict[str, Any]) -> None:
        self.settings = {"yaml": {"schemas": settings["yaml.schemas"], "completion": True, "hover": True, "validate": True}, "[yaml]": {"editor.tabSize": 2}}
        self.process = subprocess.Popen(["node", program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        stream = self.process.stdout
        while stream and (line := stream.readline()):
            length = int(line.split(b":")[1])
            while stream.readline().strip():
                pass
            self.heard.put(json.loads(stream.read(length)))

    def send(self, **message: Any) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            message = self.heard.get(timeout=PATIENCE)
            if message.get("method") == "workspace/configuration":
                self.send(id=message["id"], result=[self.settings.get(item.get("section", ""), {}) for item in message["params"]["items"]])
            elif "method" in message and "id" in message:
                self.send(id=message["id"], result=None)
            elif wanted(message):
                return message

    def ask(self, number: int, method: str, **params: Any) -> Any:
        self.send(id=number, method=method, params=params)
        return self.wait(lambda m: m.get("id") == number)["result"]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "paperlayout", "schema", folder, "--install"], check=True, capture_output=True)
        home = Path(folder).resolve()
        server = Server(sys.argv[1], json.loads((home / ".vscode" / "settings.json").read_text(encoding="utf-8")))
        try:
            show(server, home)
        finally:
            server.process.kill()


def show(server: Server, home: Path) -> None:
    folders = [{"uri": home.as_uri(), "name": "paper"}]
    server.ask(1, "initialize", processId=None, rootUri=home.as_uri(), locale="zh-cn", capabilities=CLIENT, workspaceFolders=folders)
    server.send(method="initialized", params={})
    document = {"uri": (home / "2021-06" / "issue.yaml").as_uri()}
    server.send(method="textDocument/didOpen", params={"textDocument": {**document, "languageId": "yaml", "version": 1, "text": TEXT}})
    told = server.wait(lambda m: m.get("method") == "textDocument/publishDiagnostics" and m["params"]["diagnostics"])
    for one in told["params"]["diagnostics"]:
        print(f"told     {one['range']['start']['line'] + 1}: {one['message']}")
    for number, (line, column) in enumerate(((5, 2), (4, 6)), 2):
        offered = server.ask(number, "textDocument/completion", textDocument=document, position={"line": line, "character": column})["items"]
        print(f"offered  {line + 1}: {' '.join(item['label'] for item in offered)}")
    print("shown    4:", server.ask(4, "textDocument/hover", textDocument=document, position={"line": 3, "character": 3})["contents"]["value"])


if __name__ == "__main__":
    main()
