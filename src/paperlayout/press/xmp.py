"""What a file says of itself in XMP: title, dates, ids, and the standards it is built to."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from paperlayout.draw.pdf import DocumentInfo

PROGRAM = "paperlayout"

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li><rdf:li xml:lang="{language}">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer><pdf:Trapped>{trapped}</pdf:Trapped>
<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
{standards}
</rdf:Description>
{schemas}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

SCHEMAS = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
{each}
</rdf:Bag></pdfaExtension:schemas></rdf:Description>"""
SCHEMA = """<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{name}</pdfaSchema:schema><pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>{key}</pdfaProperty:name>
<pdfaProperty:valueType>{kind}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{told}</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"""


@dataclass(frozen=True, slots=True)
class Schema:
    """A property that PDF/A does not know and wants described (ISO 19005-2, 6.6.2.3.3)."""

    name: str
    uri: str
    prefix: str
    key: str
    kind: str
    told: str


DESCRIBED = (
    Schema("PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part", "Integer", "PDF/UA part"),
    Schema("PDF/X identification", "http://www.npes.org/pdfx/ns/id/", "pdfxid", "GTS_PDFXVersion", "Text", "PDF/X version"),
    Schema("Adobe PDF", "http://ns.adobe.com/pdf/1.3/", "pdf", "Trapped", "Text", "trapping state"),
)
ACCESSIBLE = "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"


@dataclass(frozen=True, slots=True)
class Statement:
    """What the packet says beside the document's own facts. `accessible`: the file is also PDF/UA-1 and PDF/A-2a."""

    standard: str
    accessible: bool
    trapped: bool
    document: str
    instance: str


def packet(info: DocumentInfo, said: Statement) -> bytes:
    """The XMP packet of a document."""
    schemas = SCHEMAS.format(each="\n".join(SCHEMA.format(**{name: getattr(one, name) for name in Schema.__slots__}) for one in DESCRIBED))
    identified = f"<pdfxid:GTS_PDFXVersion>{said.standard}</pdfxid:GTS_PDFXVersion>"
    text = PACKET.format(
        title=escape(info.title), author=escape(info.author), subject=escape(info.subject), language=info.language,
        date=f"{info.date.isoformat()}T00:00:00+08:00", program=PROGRAM, trapped=said.trapped, document=said.document, instance=said.instance,
        standards=identified + (ACCESSIBLE if said.accessible else ""), schemas=schemas if said.accessible else "",
    )  # fmt: skip
    return text.encode()
