package org.shilian.symbol.canvas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.TTFSubsetter;

/**
 * A font in one PDF: which of its glyphs the pages have, and the objects that embed these (ISO
 * 32000-1, 9.7). Pages name glyphs by their numbers in the whole font.
 */
final class PdfFont {
  private static final List<String> TABLES =
      List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

  /** Six letters in front of the name say that this is a part of the font. */
  private static final String SUBSET = "SHILAN+";

  private static final int MAPPED_AT_ONCE = 100;

  private final FontFile file;

  /** The characters that were set, by glyph. */
  private final Map<Integer, Integer> used = new TreeMap<>();

  PdfFont(FontFile file) {
    this.file = file;
  }

  void use(Typeface.Letter letter) {
    var unused = used.putIfAbsent(letter.glyph(), letter.codePoint());
  }

  boolean isUsed() {
    return !used.isEmpty();
  }

  /** Writes the font's objects and returns the number of the first. */
  int write(PdfDocument pdf) throws IOException {
    TTFSubsetter subsetter = new TTFSubsetter(file.font(), TABLES);
    used.values().forEach(subsetter::add);
    ByteArrayOutputStream subset = new ByteArrayOutputStream();
    subsetter.writeToStream(subset);
    int program = pdf.allocate();
    pdf.stream(program, "/Length1 " + subset.size(), subset.toByteArray());
    int glyphs = pdf.allocate();
    pdf.stream(glyphs, "", glyphNumbers(subsetter.getGIDMap()));
    int characters = pdf.allocate();
    pdf.stream(characters, "", characterMap().getBytes(StandardCharsets.US_ASCII));
    int descriptor = pdf.allocate();
    pdf.object(descriptor, descriptor(program));
    int descendant = pdf.allocate();
    pdf.object(
        descendant,
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/"
            + SUBSET
            + file.name()
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "
            + descriptor
            + " 0 R/CIDToGIDMap "
            + glyphs
            + " 0 R/W["
            + widths()
            + "]>>");
    int font = pdf.allocate();
    pdf.object(
        font,
        "<</Type/Font/Subtype/Type0/BaseFont/"
            + SUBSET
            + file.name()
            + "/Encoding/Identity-H/DescendantFonts["
            + descendant
            + " 0 R]/ToUnicode "
            + characters
            + " 0 R>>");
    return font;
  }

  private String descriptor(int program) throws IOException {
    HeaderTable header = file.font().getHeader();
    double scale = 1000 / file.unitsPerEm();
    long ascent = Math.round(file.font().getHorizontalHeader().getAscender() * scale);
    long descent = Math.round(file.font().getHorizontalHeader().getDescender() * scale);
    return "<</Type/FontDescriptor/FontName/"
        + SUBSET
        + file.name()
        + "/Flags 4/ItalicAngle 0/StemV 80/CapHeight "
        + ascent
        + "/Ascent "
        + ascent
        + "/Descent "
        + descent
        + "/FontBBox["
        + Math.round(header.getXMin() * scale)
        + " "
        + Math.round(header.getYMin() * scale)
        + " "
        + Math.round(header.getXMax() * scale)
        + " "
        + Math.round(header.getYMax() * scale)
        + "]/FontFile2 "
        + program
        + " 0 R>>";
  }

  /** For each glyph's number in the whole font, two bytes, that in the subset. */
  private static byte[] glyphNumbers(Map<Integer, Integer> wholeBySubset) {
    int last = wholeBySubset.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    byte[] map = new byte[2 * (last + 1)];
    wholeBySubset.forEach(
        (subset, whole) -> {
          map[2 * whole] = (byte) (subset >> 8);
          map[2 * whole + 1] = (byte) (int) subset;
        });
    return map;
  }

  private String widths() {
    StringBuilder widths = new StringBuilder();
    for (int glyph : used.keySet()) {
      widths.append(glyph).append('[').append(Math.round(1000 * file.advance(glyph))).append(']');
    }
    return widths.toString();
  }

  /** Which character each glyph stands for, so that text can be searched and copied. */
  private String characterMap() {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit/ProcSet findresource begin 12 dict begin begincmap
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
            /CMapName/Adobe-Identity-UCS def/CMapType 2 def
            1 begincodespacerange<0000><FFFF>endcodespacerange
            """);
    List<Map.Entry<Integer, Integer>> entries = List.copyOf(used.entrySet());
    for (int from = 0; from < entries.size(); from += MAPPED_AT_ONCE) {
      List<Map.Entry<Integer, Integer>> some =
          entries.subList(from, Math.min(entries.size(), from + MAPPED_AT_ONCE));
      map.append(some.size()).append(" beginbfchar\n");
      for (Map.Entry<Integer, Integer> entry : some) {
        map.append(String.format(Locale.ROOT, "<%04X><", entry.getKey()));
        for (char unit : Character.toChars(entry.getValue())) {
          map.append(String.format(Locale.ROOT, "%04X", (int) unit));
        }
        map.append(">\n");
      }
      map.append("endbfchar\n");
    }
    return map + "endcmap CMapName currentdict/CMap defineresource pop end end\n";
  }
}
