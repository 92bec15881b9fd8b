#!/usr/bin/env python3
"""Makes the reduced fonts of this folder from those of Debian's packages fonts-open-sans, fonts-nanum and fonts-droid-fallback.

Needs fonttools. The characters that the papers need are kept with their outlines; hinting and layout tables go, and so do the
reserved names, as the licences ask. Run it in this folder.
"""

import gzip
import io
import sys

from fontTools import subset
from fontTools.ttLib import TTFont


def span(*pairs):
    """The characters of several ranges, ends included."""
    return {c for first, last in pairs for c in range(first, last + 1)}


# Letters with Cyrillic and Greek, punctuation, currencies, arrows, enclosed numbers, boxes and marks.
TEXT = span(
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x1A0, 0x1B0), (0x218, 0x21B), (0x300, 0x304), (0x370, 0x3FF), (0x400, 0x52F),
    (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x205E), (0x2070, 0x20BF), (0x2100, 0x214F), (0x2150, 0x22FF), (0x2460, 0x25FF),
    (0x2605, 0x2606), (0x2610, 0x2612), (0x2713, 0x2717), (0x3000, 0x303F), (0xFFFD, 0xFFFD),
)
# All modern syllables, single letters, enclosed ones and units.
HANGUL = span((0xAC00, 0xD7A3), (0x3131, 0x318E), (0x1100, 0x11FF), (0x3200, 0x321E), (0x3260, 0x327F), (0x3380, 0x33DF))
HAN = span(
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x3000, 0x312F), (0x31A0, 0x31BF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF)
)
SOURCES = "/usr/share/fonts/truetype/"
# Layout tables that the papers do not use.
DROPPED = "GSUB GPOS GDEF BASE JSTF vhea vmtx VORG DSIG kern gasp hdmx VDMX LTSH EBDT EBLC EBSC PCLT FFTM TSI0 TSI1 TSI2 TSI3 TSI5"


def make(source, target, family, style, characters):
    font = TTFont(SOURCES + source)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 13, 14]  # copyright and licence
    options.notdef_outline = True
    options.drop_tables += DROPPED.split()
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters & font.getBestCmap().keys())
    subsetter.subset(font)
    for platform in ((3, 1, 0x409), (1, 0, 0)):
        for number, text in ((1, family), (2, style), (4, f"{family} {style}"), (6, f"{family}-{style}".replace(" ", ""))):
            font["name"].setName(text, number, *platform)
    font["post"].formatType = 3.0  # no glyph names
    plain = io.BytesIO()
    font.save(plain)
    with open(target, "wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
        packed.write(plain.getvalue())
    print(target, len(plain.getvalue()), "bytes unpacked", file=sys.stderr)


letters = {c for c in TEXT if c < 0x2460 or 0x25A0 <= c} | {0xFB01, 0xFB02}
korean = HANGUL | {c for c in TEXT if c >= 0x2000} | {0xB0, 0xB1, 0xB7, 0xD7}
make("open-sans/OpenSans-Regular.ttf", "latin-regular.ttf.gz", "Sangdam Latin", "Regular", letters)
make("open-sans/OpenSans-Semibold.ttf", "latin-bold.ttf.gz", "Sangdam Latin", "Bold", letters)
make("nanum/NanumGothic.ttf", "hangul-regular.ttf.gz", "Sangdam Hangul", "Regular", korean)
make("nanum/NanumGothicBold.ttf", "hangul-bold.ttf.gz", "Sangdam Hangul", "Bold", korean)
make("droid/DroidSansFallbackFull.ttf", "han-regular.ttf.gz", "Sangdam Han", "Regular", HAN | TEXT)
