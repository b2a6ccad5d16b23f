#!/usr/bin/python3
"""Makes the fonts of the app anew from Debian's fonts-jetbrains-mono and fonts-inter.

    native/fonts/make_fonts.py [FOLDER]      FOLDER: where the fonts are installed (/usr/share/fonts)

Kept are the characters of FIRST, and in a file of its own (NAME-more.ttf) what else is in ALL: the page shows its
first picture without. Inter's cubic curves become quadratic ones, which ImGui's rasteriser
draws best. Signs that Inter lacks come from JetBrains Mono when drawing.
"""
import pathlib
import sys

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

# English, Go, and the signs of the app itself.
FIRST = (
    list(range(0x20, 0x7F)) + [0xA0, 0xAB, 0xB0, 0xB1, 0xB5, 0xB7, 0xBB, 0xD7]
    + [0x2013, 0x2014, 0x2016, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026]
    + [0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2260, 0x2264, 0x2265]
    + [0x25B6, 0x25CB, 0x25CC, 0x25CF, 0x263E, 0x2713, 0x2717, 0xFFFD]
)
ALL = (
    list(range(0x20, 0x7F)) + list(range(0xA0, 0x180))  # Latin with its accents
    + list(range(0x391, 0x3CA))  # Greek
    + list(range(0x400, 0x460))  # Cyrillic
    + list(range(0x2010, 0x2028)) + [0x2030, 0x2039, 0x203A, 0x20AC, 0x2122]
    + list(range(0x2190, 0x219A)) + [0x21A9, 0x21AA, 0x21BA, 0x21D0, 0x21D2]  # arrows
    + [0x2200, 0x2203, 0x2208, 0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265]
    + list(range(0x2500, 0x25A0))  # boxes and blocks
    + list(range(0x25A0, 0x2600))  # shapes
    + [0x2605, 0x2606, 0x2611, 0x2610, 0x263E, 0x2713, 0x2714, 0x2716, 0x2717, 0x2718, 0x276F]
    + [0xFFFD]
)


def quadratic(font):
    glyphs, order = {}, font.getGlyphOrder()
    source = font.getGlyphSet()
    for name in order:
        pen = TTGlyphPen(None)
        source[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    metrics = {n: (font["hmtx"][n][0], getattr(glyphs[n], "xMin", 0)) for n in order}
    out = FontBuilder(font["head"].unitsPerEm, isTTF=True)
    out.setupGlyphOrder(order)
    out.setupCharacterMap(font.getBestCmap())
    out.setupGlyf(glyphs)
    for name in order:
        glyph = out.font["glyf"][name]
        metrics[name] = (metrics[name][0], getattr(glyph, "xMin", 0))
    out.setupHorizontalMetrics(metrics)
    out.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=font["hhea"].descent)
    names = {k: font["name"].getDebugName(i) for k, i in
             (("copyright", 0), ("familyName", 1), ("styleName", 2), ("licenseDescription", 13))}
    out.setupNameTable({k: v for k, v in names.items() if v})
    out.setupOS2(sTypoAscender=font["hhea"].ascent, sTypoDescender=font["hhea"].descent)
    out.setupPost()
    return out.font


def make(source, target, characters):
    font = TTFont(source)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = [0, 1, 2, 13, 14]
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    if "CFF " in font:
        font = quadratic(font)
    font["head"].modified = font["head"].created = 0
    font.recalcTimestamp = False
    font.save(target)


def main():
    fonts = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts")
    here = pathlib.Path(__file__).parent
    for name, file in (("mono", "JetBrainsMono-Regular.ttf"),
                       ("prose", "Inter-Regular.otf"), ("prose-bold", "Inter-SemiBold.otf")):
        source = next(fonts.rglob(file))
        make(source, here / f"{name}.ttf", FIRST)
        make(source, here / f"{name}-more.ttf", sorted(set(ALL) - set(FIRST)))


main()
