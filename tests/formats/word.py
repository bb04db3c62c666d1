"""Small Word files for tests."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Maison"><w:name w:val="Une"/><w:basedOn w:val="Titre1"/></w:style>'
    '<w:style w:styleId="Signature"><w:name w:val="Byline"/></w:style></w:styles>'
)


def body(content: str) -> str:
    """A document part around paragraphs."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>{content}</w:body></w:document>'


def paragraph(*runs: str, style: str = "") -> str:
    """A paragraph of runs of text; markup that is given instead of text stays as it is."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    texts = (run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p>{properties}{''.join(texts)}</w:p>"


def word_file(content: str, **parts: str) -> bytes:
    """A Word file; ``parts`` are more parts of its folder ``word``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", CONTENT_TYPES)
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml", content)
        for name, part in {"styles": STYLES, **parts}.items():
            package.writestr(f"word/{name}.xml", part)
    return out.getvalue()


STORY = body(
    paragraph("L’OTAN renforce son flanc est", style="Maison")
    + paragraph("Par Claire Dumont", style="Signature")
    + paragraph(
        "BRUXELLES, 14 février 2022 (Agence) - Le secrétaire général de l’",
        "OTAN",
        ", Jens Stoltenberg, a parlé au café de l’Alliance &amp; devant la presse.",
    )
    + paragraph(
        "Les médias ont rapporté que Yans Stol",
        "<w:del><w:r><w:delText>tten</w:delText></w:r></w:del>",
        "<w:ins><w:r><w:t>ten</w:t></w:r></w:ins>",
        "berg avait rencontré Anthony Blinken à Bruxelles.",
    )
    + paragraph()
    + paragraph("Source: Médias")
)
