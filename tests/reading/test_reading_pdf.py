from __future__ import annotations

from datetime import date

import pytest

from detente.records import Document


def pdf(*pages: list[tuple[float, float, str]], trailer: str = "") -> bytes:
    """A PDF of Helvetica lines, each with its place (points from the lower left); size 16 above y = 740, else 11."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids: list[str] = []
    for lines in pages:
        stream = "\n".join(f"BT /F1 {16 if y > 740 else 11} Tf {x} {y} Td ({t}) Tj ET" for x, y, t in lines)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << "
            f"/F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = "%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{p:010d} 00000 n \n" for p in places)
    start = len(out)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
    out += f"<< /Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def paragraph(y: float, *lines: str) -> list[tuple[float, float, str]]:
    return [(72, y - 14 * n, line) for n, line in enumerate(lines)]


FIRST = paragraph(
    700,
    "Norway and Finland opened a joint border post near Kirkenes, and their minis-",
    "ters drove the first lorry through it. The two governments had argued about",
    "the road for eleven years.",
)
SECOND = paragraph(
    640,
    "Officials in Oslo said that the toll would stay low, and that a non-NATO",
    "state may use the road as well as any other, whatever",
)
THIRD = paragraph(
    720, "the critics say. Helsinki wants a second crossing further south, for which it", "has offered to pay the larger share."
)


def test_lines_become_paragraphs_and_hyphens_at_their_ends_go(one):
    document = one(pdf([(72, 760, "Ministers open a road"), *FIRST, *SECOND]), "road.pdf")
    assert document.media == "pdf"
    assert document.title == "Ministers open a road"
    paragraphs = document.text.split("\n\n")
    assert len(paragraphs) == 3
    assert "their ministers drove" in paragraphs[1]
    assert "non-NATO state" in paragraphs[2]


def test_running_heads_and_page_numbers_are_not_read(one):
    head, foot = (72, 735, "Fjord Institute | Note of 14 November 2020"), (300, 40, "Page 1 of 2")
    document = one(pdf([head, *FIRST, *SECOND, foot], [head, *THIRD, (300, 40, "Page 2 of 2")]), "road.pdf")
    assert "Institute" not in document.clean.text
    assert "Page" not in document.clean.text
    assert "whatever the critics say" in document.clean.text
    assert [b.reason for b in document.blocks if b.kind == "boilerplate"] == ["running_head"]
    assert document.date[:3] == (date(2020, 11, 14), date(2020, 11, 14), "explicit")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"words, and no paper " * 20, "binary"),
        (pdf([])[:], "no_text"),
        (pdf(FIRST)[:-400], "truncated"),
        (b"%PDF-1.4\n" + b"\0junk" * 50 + b"\n%%EOF\n", "corrupt"),
        (
            pdf(
                FIRST,
                trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<41><41>] ",
            ),
            "encrypted",
        ),
    ],
)
def test_what_cannot_be_read_is_refused(refused, content, reason):
    refusal = refused("road.pdf", content)
    assert refusal.reason == reason
    assert "road.pdf" in refusal.message


def test_a_long_paper_is_refused(refused):
    assert refused("road.pdf", pdf(FIRST, SECOND, THIRD), max_text=100).reason == "too_large"


def test_the_same_paper_gives_the_same_text(put):
    (a,), (b,) = put("a.pdf", pdf(FIRST)), put("a.pdf", pdf(FIRST))
    assert isinstance(a, Document)
    assert a == b
