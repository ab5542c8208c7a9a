package org.shilian.symbol.canvas;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The letters that labels are set in: DejaVu Sans Condensed, and Droid Sans Fallback for the
 * characters that it has not. A character that neither has is shown as an empty box.
 */
public final class Typeface {
  private static final int BOX = 0x25a1;

  /** Loaded with the first text, since that takes a moment and not every program sets text. */
  private static final class Loaded {
    static final Typeface ONE = new Typeface();
  }

  /**
   * A character as it is set.
   *
   * @param font its font's place in {@link #fonts()}
   * @param glyph its number there
   * @param advance how far it moves on, in parts of the letters' size
   * @param codePoint the character
   */
  record Letter(int font, int glyph, double advance, int codePoint) {}

  private final List<FontFile> fonts;

  /** The letters that were asked for; of those above U+FFFF none is kept. */
  private final AtomicReferenceArray<@Nullable Letter> letters =
      new AtomicReferenceArray<>(Character.MIN_SUPPLEMENTARY_CODE_POINT);

  private Typeface() {
    fonts = List.of(FontFile.load("DejaVuSansCondensed"), FontFile.load("DroidSansFallbackFull"));
  }

  /** The one there is. */
  public static Typeface get() {
    return Loaded.ONE;
  }

  List<FontFile> fonts() {
    return fonts;
  }

  /** How wide a text is, in parts of the letters' size. */
  public double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += letter(c).advance();
      i += Character.charCount(c);
    }
    return width;
  }

  Letter letter(int codePoint) {
    if (codePoint >= letters.length()) {
      return find(codePoint);
    }
    Letter letter = letters.get(codePoint);
    if (letter == null) {
      letter = find(codePoint);
      letters.set(codePoint, letter);
    }
    return letter;
  }

  private Letter find(int codePoint) {
    for (int i = 0; i < fonts.size(); i++) {
      int glyph = fonts.get(i).glyph(codePoint);
      if (glyph != 0) {
        return new Letter(i, glyph, fonts.get(i).advance(glyph), codePoint);
      }
    }
    return codePoint == BOX ? new Letter(0, 0, fonts.get(0).advance(0), BOX) : letter(BOX);
  }
}
