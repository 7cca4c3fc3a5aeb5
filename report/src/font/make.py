#!/usr/bin/env python3
"""Makes the bundled font of pictures from NotoSansCJK-Regular.ttc (SIL Open Font License 1.1).

It holds the Latin script, the characters of the pictures' own words, of the bundled scenarios and of common.txt. Run it
where those words change: make.py [NotoSansCJK-Regular.ttc]. Needs fonttools.
"""

import glob
import os
import sys

from fontTools import subset

SIMPLIFIED_CHINESE = 2  # its place in the collection
FAMILY = "Kapok Han"  # a changed font goes under its own name
NAMES = {1: FAMILY, 3: FAMILY + " Regular", 4: FAMILY, 6: "KapokHan-Regular", 16: FAMILY, 17: "Regular"}
ENGLISH = (3, 1, 0x409)
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2027), (0x2030, 0x2033), (0x2190, 0x2193), (0x2212, 0x2212)]

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.."))
source = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
resources = "report/src/main/resources/org/kapok/report/picture/"
bundled = "scenario/src/main/resources/org/kapok/scenario/bundled/"
words = ["report/src/font/common.txt", resources + "Pictures_zh.properties", bundled + "guangzhou/regions.csv"]
characters = {code for first, last in RANGES for code in range(first, last + 1)}
for path in words + glob.glob(bundled + "*/*.json") + glob.glob(bundled + "*/*.geojson"):
    with open(path, encoding="utf-8") as file:
        characters.update(ord(c) for c in file.read() if c >= " ")

options = subset.Options(
    font_number=SIMPLIFIED_CHINESE, layout_features=[], desubroutinize=True, hinting=False, name_IDs=["*"],
    name_languages=["*"], notdef_outline=True, drop_tables=["BASE", "VORG", "vhea", "vmtx", "DSIG"])
font = subset.load_font(source, options)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=characters)
subsetter.subset(font)
for record in list(font["name"].names):
    if (record.platformID, record.platEncID, record.langID) != ENGLISH:
        font["name"].names.remove(record)
for number, text in NAMES.items():
    font["name"].setName(text, number, *ENGLISH)
outlines = font["CFF "].cff
outlines.fontNames = [NAMES[6]]
outlines.topDictIndex[0].FullName = FAMILY
outlines.topDictIndex[0].FamilyName = FAMILY
font.save(resources + "KapokHan-Regular.otf")
