package org.shilian.symbol.canvas;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One TrueType font that comes along. Safe for use by several threads. */
final class FontFile {
  private final String name;
  private final TrueTypeFont font;
  private final CmapLookup characters;
  private final double unitsPerEm;

  /** Outlines that were asked for, by glyph; as many as there are glyphs at most. */
  private final ConcurrentMap<Integer, GeneralPath> outlines = new ConcurrentHashMap<>();

  private FontFile(String name, TrueTypeFont font) throws IOException {
    this.name = name;
    this.font = font;
    this.characters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static FontFile load(String name) {
    try (InputStream in =
        Objects.requireNonNull(FontFile.class.getResourceAsStream(name + ".ttf"))) {
      return new FontFile(name, new TTFParser().parse(new RandomAccessReadBuffer(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  TrueTypeFont font() {
    return font;
  }

  /** The glyph of a character, or 0 if there is none. */
  int glyph(int codePoint) {
    return characters.getGlyphId(codePoint);
  }

  /** How far a glyph moves on, in parts of the letters' size. */
  double advance(int glyph) {
    try {
      return font.getAdvanceWidth(glyph) / unitsPerEm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double unitsPerEm() {
    return unitsPerEm;
  }

  /** The outline of a glyph in the font's units, upwards. To be read only. */
  GeneralPath outline(int glyph) {
    return outlines.computeIfAbsent(glyph, this::read);
  }

  private GeneralPath read(int glyph) {
    try {
      var found = font.getGlyph().getGlyph(glyph);
      return found == null ? new GeneralPath() : found.getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
