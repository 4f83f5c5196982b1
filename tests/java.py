"""One Java machine a process for the judges that are written in Java, veraPDF and EPUBCheck: each has its own jars and its own loader of classes."""

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any


class Missing(Exception):
    """Something the judges need is not installed."""


def package(name: str) -> Path:
    """The folder of an installed package that carries jars. Raises Missing."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise Missing(f'pip install -e ".[test]" ({name})')
    return Path(found.origin).parent


class Jars:
    """Java classes from some jars. Raises Missing where there is no Java."""

    def __init__(self, jars: Sequence[Path]) -> None:
        package("jpype")
        import jpype

        if not jpype.isJVMStarted():
            try:
                jpype.startJVM("-Xmx1g", "-Djava.util.logging.config.file=/dev/null")
            except jpype.JVMNotFoundException as fault:
                raise Missing("apt-get install default-jre-headless") from fault
        self._java = jpype
        urls = [jpype.java.io.File(str(jar)).toURI().toURL() for jar in jars]
        self._loader = jpype.java.net.URLClassLoader(urls, jpype.java.lang.ClassLoader.getPlatformClassLoader())

    def __call__(self, name: str) -> Any:
        """The class of that name; until the next one, services are looked for among its jars."""
        self._java.java.lang.Thread.currentThread().setContextClassLoader(self._loader)
        return self._java.JClass(name, loader=self._loader)
