package org.shilian.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  private static final String URI = "HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-01";
  private static final int MARGIN = QrSymbol.QUIET_ZONE;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 64})
  void pngHoldsTheModulesWithAQuietZoneOfFour(int scale) throws IOException {
    QrSymbol symbol = QrSymbol.of(URI);

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(symbol.toPng(scale)));

    assertThat(image.getWidth()).isEqualTo((symbol.size() + 8) * scale);
    assertThat(image.getHeight()).isEqualTo(image.getWidth());
    assertThat(image.getColorModel().getPixelSize()).isEqualTo(1);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean dark = darkAt(symbol, x / scale - MARGIN, y / scale - MARGIN);
        if ((image.getRGB(x, y) & 0xffffff) != (dark ? 0 : 0xffffff)) {
          throw new AssertionError("pixel (%d,%d)".formatted(x, y));
        }
      }
    }
  }

  @Test
  void pngOfTheLargestSymbolReadsBackAsItsText() throws IOException {
    String text = "A".repeat(3391);
    QrSymbol symbol = QrSymbol.of(text);

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(symbol.toPng(2)));

    boolean[][] modules = new boolean[177][177];
    for (int y = 0; y < 177; y++) {
      for (int x = 0; x < 177; x++) {
        modules[y][x] = (image.getRGB((x + MARGIN) * 2, (y + MARGIN) * 2) & 0xff) == 0;
      }
    }
    assertThat(QrReader.read(modules).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 65})
  void refusesAModuleSizeOutOfRange(int pixels) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QrSymbol.of(URI).toPng(pixels))
        .withMessage("module size %d: expected 1 to 64 pixels", pixels);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 60, 400, 1100})
  void svgPathCoversExactlyTheDarkModules(int length) {
    QrSymbol symbol = QrSymbol.of("A1-".repeat(length));
    String svg = symbol.toSvg();

    assertThat(svg)
        .startsWith(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\""
                .formatted(symbol.size() + 8))
        .endsWith("</svg>")
        .containsOnlyOnce("<path ");
    int[][] winding = windings(svg, symbol.size() + 8);
    for (int y = 0; y < winding.length; y++) {
      for (int x = 0; x < winding.length; x++) {
        int expected = darkAt(symbol, x - MARGIN, y - MARGIN) ? 1 : 0;
        if (winding[y][x] != expected) {
          throw new AssertionError("winding number %d at (%d,%d)".formatted(winding[y][x], x, y));
        }
      }
    }
  }

  @Test
  void svgOfABatchCodeIsCompact() {
    assertThat(QrSymbol.of(URI).toSvg().length()).isLessThan(4_000);
  }

  private static boolean darkAt(QrSymbol symbol, int x, int y) {
    return x >= 0 && y >= 0 && x < symbol.size() && y < symbol.size() && symbol.get(x, y);
  }

  /**
   * How often the path winds round each unit square, from its vertical edges left of the square.
   */
  private static int[][] windings(String svg, int side) {
    Matcher data = Pattern.compile("<path d=\"([^\"]*)\"").matcher(svg);
    assertThat(data.find()).isTrue();
    int[][] winding = new int[side][side];
    Matcher outline = Pattern.compile("M(\\d+) (\\d+)([^z]*)z").matcher(data.group(1));
    while (outline.find()) {
      int startX = Integer.parseInt(outline.group(1));
      int startY = Integer.parseInt(outline.group(2));
      int x = startX;
      int y = startY;
      Matcher edge = Pattern.compile("([hv])(-?\\d+)").matcher(outline.group(3));
      while (edge.find()) {
        int by = Integer.parseInt(edge.group(2));
        if (edge.group(1).equals("h")) {
          x += by;
        } else {
          vertical(winding, x, y, y + by);
          y += by;
        }
      }
      assertThat(x == startX || y == startY).as("closes along an axis").isTrue();
      if (x == startX) {
        vertical(winding, x, y, startY);
      }
    }
    return winding;
  }

  private static void vertical(int[][] winding, int x, int from, int to) {
    for (int y = Math.min(from, to); y < Math.max(from, to); y++) {
      for (int right = x; right < winding.length; right++) {
        winding[y][right] += to < from ? 1 : -1;
      }
    }
  }
}
