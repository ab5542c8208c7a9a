package org.shilian.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.ElementString;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.ScannedCode;
import org.shilian.symbol.canvas.DotCanvas;

class SymbolTest {
  private static final String BATCH = "(01)09521234000013(10)20261101-A(17)270131";
  private static final int DPI = 300;

  @TempDir Path directory;

  static Stream<Arguments> symbols() {
    ElementString batch = ElementString.parse(BATCH);
    Gtin gtin = new Gtin("09521234000013");
    return Stream.of(
        Arguments.of(Symbol.qr(batch.toDigitalLink(), "https://id.gs1.org", Level.M), BATCH),
        Arguments.of(Symbol.gs1Qr(batch, Level.M), BATCH),
        Arguments.of(Symbol.gs1DataMatrix(batch), BATCH),
        Arguments.of(Symbol.gs1128(batch), BATCH),
        Arguments.of(Symbol.ean13(gtin), "(01)09521234000013"),
        Arguments.of(Symbol.ean8(Gtin.parse("96385074")), "(01)00000096385074"),
        Arguments.of(Symbol.upcA(Gtin.parse("614141000036")), "(01)00614141000036"),
        Arguments.of(Symbol.itf14(new Gtin("19520123456785")), "(01)19520123456785"));
  }

  @ParameterizedTest
  @MethodSource("symbols")
  void leadsBackToTheSameKeys(Symbol symbol, String elements) throws NotFoundException {
    String scanned = Scanner.scan(picture(symbol));
    assertThat(ScannedCode.parse(scanned).elements()).isEqualTo(ElementString.parse(elements));
  }

  @ParameterizedTest
  @MethodSource("symbols")
  void isReadTurnedScaledAndDirtied(Symbol symbol, String elements) throws NotFoundException {
    boolean square = symbol.width() == symbol.height();
    BufferedImage picture = picture(square ? symbol.withoutCaptions() : symbol);
    double[] angles =
        switch (symbol.carrier()) {
          case QR_CODE, GS1_QR_CODE -> new double[] {0, 12, 90, 133, 180, 270};
          // its reader in ZXing looks for sides that lie straight
          case GS1_DATA_MATRIX -> new double[] {0, 90, 180, 270};
          default -> new double[] {0, 90, 180};
        };
    for (double angle : angles) {
      for (double scale : new double[] {0.8, 1, 1.7}) {
        // a module of 4.3 dots at the least, turned by any angle
        BufferedImage seen = Scanner.turned(picture, angle, scale);
        BufferedImage dirty = Scanner.dirtied(seen, square ? 1 : 0, 4, 150, 7);
        String scanned;
        try {
          scanned = Scanner.scan(dirty);
        } catch (NotFoundException e) {
          throw new AssertionError(
              "%s at %s degrees, scale %s".formatted(symbol.carrier(), angle, scale), e);
        }
        assertThat(ScannedCode.parse(scanned).elements()).isEqualTo(ElementString.parse(elements));
      }
    }
  }

  @Test
  void survivesMoreDirtAtAHigherLevel() throws NotFoundException {
    DigitalLink link = ElementString.parse(BATCH).toDigitalLink();
    BufferedImage dirty =
        Scanner.dirtied(
            picture(Symbol.qr(link, "https://id.gs1.org", Level.H).withoutCaptions()),
            6,
            18,
            300,
            3);
    assertThat(ScannedCode.parse(Scanner.scan(dirty)).link()).isEqualTo(link);
  }

  @ParameterizedTest
  @MethodSource("symbols")
  void isReadByZbarToo(Symbol symbol, String elements) throws Exception {
    assumeTrue(Zbar.isThere(), "zbarimg is not installed");
    assumeTrue(symbol.carrier() != Carrier.GS1_DATA_MATRIX, "ZBar does not read Data Matrix");
    String read = Zbar.scan(Scanner.turned(picture(symbol), 0, 1.3), directory);
    String data = read.substring(read.indexOf(':') + 1);
    ElementString expected = ElementString.parse(elements);
    switch (symbol.carrier()) {
      case QR_CODE -> assertThat(DigitalLink.parse(data)).isEqualTo(expected.toDigitalLink());
      // it gives no symbology identifier, and drops what FNC1 stands for
      case GS1_QR_CODE, GS1_128 ->
          assertThat(data.replace("\u001d", ""))
              .contains(expected.separated().replace("\u001d", ""));
      default -> assertThat(Gtin.parse(data).value()).isEqualTo(expected.value("01"));
    }
  }

  /** Percent signs and separators in alphanumeric mode, and small letters in byte mode. */
  @Test
  void keepsPercentSignsAndSeparatorsBehindFnc1() throws ReaderException {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      String alphabet = i % 2 == 0 ? "A1%/-" : "aA1%/-";
      StringBuilder lot = new StringBuilder();
      StringBuilder serial = new StringBuilder();
      for (int c = 0; c <= i % 18; c++) {
        lot.append(alphabet.charAt(random.nextInt(alphabet.length())));
        serial.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      ElementString elements =
          ElementString.parse("(01)09521234000013(10)" + lot + "(21)" + serial);
      String sent = QrReader.read(QrSymbol.gs1(elements, Level.M)).text();
      assertThat(ScannedCode.parse(sent).elements()).isEqualTo(elements);
      boolean[][] modules = QrReader.modules(QrSymbol.gs1(elements, Level.M));
      DecoderResult theirs = new Decoder().decode(modules);
      assertThat("]Q" + theirs.getSymbologyModifier() + theirs.getText()).isEqualTo(sent);
    }
  }

  /** AI (8014) came into the standard after the table that Okapi has. */
  @Test
  void drawsIdentifiersThatOkapiDoesNotKnow() throws NotFoundException {
    ElementString elements =
        ElementString.parse("(01)09521234000013(8014)1987654Ad4X4bL5ttr2310c2K");
    for (Symbol symbol : List.of(Symbol.gs1DataMatrix(elements), Symbol.gs1128(elements))) {
      String scanned = Scanner.scan(picture(symbol.withoutCaptions()));
      assertThat(ScannedCode.parse(scanned).elements()).isEqualTo(elements);
    }
  }

  @Test
  void takesTheBarCodeThatTheGtinWasGivenOutFor() {
    assertThat(Symbol.retail(Gtin.parse("96385074")).carrier()).isEqualTo(Carrier.EAN_8);
    assertThat(Symbol.retail(Gtin.parse("614141000036")).carrier()).isEqualTo(Carrier.UPC_A);
    assertThat(Symbol.retail(Gtin.parse("9521234000013")).carrier()).isEqualTo(Carrier.EAN_13);
    assertThat(Symbol.retail(Gtin.parse("19520123456785")).carrier()).isEqualTo(Carrier.ITF_14);
  }

  @Test
  void refusesWhatDoesNotFit() {
    Gtin carton = new Gtin("19520123456785");
    assertThatThrownBy(() -> Symbol.ean13(carton))
        .isInstanceOf(Gs1Exception.class)
        .hasMessageContaining("does not fit 13 digits");
    assertThatThrownBy(() -> Symbol.ean8(new Gtin("09521234000013")))
        .hasMessageContaining("does not fit 8 digits");
    ElementString longest =
        ElementString.parse("(01)09521234000013(10)" + "A".repeat(20) + "(21)" + "B".repeat(20));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Symbol.gs1128(longest))
        .withMessage("GS1-128 of 61 characters: expected at most 48");
  }

  @Test
  void isReadWithShorterBars() throws NotFoundException {
    for (Symbol symbol :
        List.of(
            Symbol.ean13(new Gtin("09521234000013")),
            Symbol.itf14(new Gtin("19520123456785")),
            Symbol.gs1128(ElementString.parse(BATCH)))) {
      Symbol shorter = symbol.shortened(symbol.height() / 2);
      assertThat(shorter.fullHeight()).isLessThan(symbol.fullHeight());
      assertThat(Scanner.scan(picture(shorter))).isEqualTo(Scanner.scan(picture(symbol)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> symbol.shortened(symbol.height() - 2))
          .withMessageContaining("cannot be shortened");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Symbol.qr("A", Level.L).shortened(1));
  }

  @Test
  void saysForPeopleWhatTheSymbolSays() {
    assertThat(Symbol.gs1128(ElementString.parse(BATCH)).captions())
        .extracting(Symbol.Caption::text)
        .containsExactly("(01)09521234000013(10)20261101-A(17)270131");
    assertThat(Symbol.ean13(new Gtin("09521234000013")).captions())
        .extracting(Symbol.Caption::text)
        .containsExactly("9", "521234", "000013");
    assertThat(Symbol.qr("A", Level.M).captions()).isEmpty();
    assertThat(Symbol.gs1DataMatrix(ElementString.parse(BATCH)).withoutCaptions().captions())
        .isEmpty();
  }

  /** The symbol as a printer with 300 dots per inch prints it. */
  static BufferedImage picture(Symbol symbol) {
    XDimension module = new XDimension(5, DPI);
    double scale = module.millimetres();
    DotCanvas canvas =
        new DotCanvas(symbol.fullWidth() * scale + 2, symbol.fullHeight() * scale + 2, DPI);
    canvas.symbol(
        symbol,
        1 + symbol.leftSpace() * scale,
        1 + symbol.carrier().quietZone().top() * scale,
        module);
    try {
      return ImageIO.read(new ByteArrayInputStream(canvas.png()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
