package org.shilian.symbol.canvas;

import java.awt.geom.PathIterator;
import java.nio.charset.StandardCharsets;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.Symbol.Bar;
import org.shilian.symbol.XDimension;

/**
 * Draws an Encapsulated PostScript file (level 2), for prepress. Text becomes outlines, so that the
 * file needs no fonts.
 */
public final class EpsCanvas implements Canvas {
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private final StringBuilder eps = new StringBuilder(4096);

  /** A picture of this size in millimetres. */
  public EpsCanvas(double width, double height) {
    eps.append("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 ")
        .append((int) Math.ceil(width * POINTS_PER_MILLIMETRE))
        .append(' ')
        .append((int) Math.ceil(height * POINTS_PER_MILLIMETRE))
        .append("\n%%HiResBoundingBox: 0 0 ");
    Decimals.append(eps, width * POINTS_PER_MILLIMETRE).append(' ');
    Decimals.append(eps, height * POINTS_PER_MILLIMETRE)
        .append("\n%%LanguageLevel: 2\n%%Pages: 1\n%%EndComments\n")
        .append("/m{moveto}bind def/l{lineto}bind def/c{curveto}bind def/z{closepath}bind def\n")
        .append("/r{rectfill}bind def\n%%Page: 1 1\ngsave\n0 ");
    Decimals.append(eps, height * POINTS_PER_MILLIMETRE).append(" translate ");
    Decimals.append(eps, POINTS_PER_MILLIMETRE).append(' ');
    Decimals.append(eps, -POINTS_PER_MILLIMETRE).append(" scale 0 setgray\n");
  }

  @Override
  public void bars(Symbol symbol, double left, double top, XDimension module) {
    eps.append("gsave ");
    Decimals.append(eps, left).append(' ');
    Decimals.append(eps, top).append(" translate ");
    Decimals.append(eps, module.millimetres()).append(" dup scale\n");
    for (Bar bar : symbol.bars()) {
      eps.append(bar.x())
          .append(' ')
          .append(bar.y())
          .append(' ')
          .append(bar.width())
          .append(' ')
          .append(bar.height())
          .append(" r\n");
    }
    eps.append("grestore\n");
  }

  @Override
  public void text(double left, double baseline, double size, String text) {
    double[] x = {left};
    text.codePoints()
        .forEach(
            c -> {
              Typeface.Letter letter = Typeface.get().letter(c);
              FontFile font = Typeface.get().fonts().get(letter.font());
              letter(font, letter.glyph(), x[0], baseline, size / font.unitsPerEm());
              x[0] += letter.advance() * size;
            });
  }

  private void letter(FontFile font, int glyph, double x, double y, double scale) {
    double[] p = new double[6];
    double currentX = 0;
    double currentY = 0;
    boolean drawn = false;
    for (PathIterator path = font.outline(glyph).getPathIterator(null);
        !path.isDone();
        path.next()) {
      drawn = true;
      switch (path.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> points(x, y, scale, "m", p[0], p[1]);
        case PathIterator.SEG_LINETO -> points(x, y, scale, "l", p[0], p[1]);
        // PostScript has no curves of second order
        case PathIterator.SEG_QUADTO ->
            points(
                x,
                y,
                scale,
                "c",
                currentX + 2 * (p[0] - currentX) / 3,
                currentY + 2 * (p[1] - currentY) / 3,
                p[2] + 2 * (p[0] - p[2]) / 3,
                p[3] + 2 * (p[1] - p[3]) / 3,
                p[2],
                p[3]);
        case PathIterator.SEG_CLOSE -> eps.append("z\n");
        default -> throw new IllegalStateException("a curve that TrueType fonts do not have");
      }
      int last = path.currentSegment(p) == PathIterator.SEG_QUADTO ? 2 : 0;
      currentX = p[last];
      currentY = p[last + 1];
    }
    if (drawn) {
      eps.append("fill\n");
    }
  }

  private void points(double x, double y, double scale, String operator, double... glyph) {
    for (int i = 0; i < glyph.length; i += 2) {
      Decimals.append(eps, x + glyph[i] * scale).append(' ');
      Decimals.append(eps, y - glyph[i + 1] * scale).append(' ');
    }
    eps.append(operator).append('\n');
  }

  /** The file so far. */
  public byte[] file() {
    return (eps + "grestore\nshowpage\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
  }
}
