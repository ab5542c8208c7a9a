package org.shilian.symbol.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.ElementString;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.ScannedCode;
import org.shilian.gs1.Sscc;
import org.shilian.symbol.Level;
import org.shilian.symbol.Scanner;
import org.shilian.symbol.Symbol;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class LabelTest {
  private static final Gtin GTIN = new Gtin("09521234000013");
  private static final String PRODUCT = "缙云烧饼（梅干菜肉馅）";

  @TempDir Path directory;

  static Label label(int number) {
    Lot lot = new Lot("20261101-" + number);
    return Label.ofBatch(
        Symbol.qr(DigitalLink.ofBatch(GTIN, lot), "https://id.gs1.org", Level.M),
        PRODUCT,
        lot,
        LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 12, 1));
  }

  static Stream<LabelSize> sizes() {
    return Stream.of(
        LabelSize.RETAIL_40_BY_30,
        LabelSize.RETAIL_50_BY_30,
        LabelSize.RETAIL_60_BY_40,
        LabelSize.CARTON_80_BY_50,
        LabelSize.CARTON_100_BY_70,
        LabelSize.LOGISTIC_100_BY_150);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void isReadFromThePrintersDots(LabelSize size) throws Exception {
    for (int dpi : new int[] {203, 300, 600}) {
      LabelLayout layout = LabelLayout.of(label(7), size, dpi);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(layout.toPng()));
      assertThat(image.getWidth()).isEqualTo((int) Math.round(size.width() * dpi / 25.4));
      assertThat(scanned(image)).isEqualTo("(01)09521234000013(10)20261101-7");
      assertThat(layout.xDimension()).isBetween(0.395, 0.991);
    }
  }

  @Test
  void isTheSameInZplAsInPng() throws Exception {
    LabelLayout layout = LabelLayout.of(label(1), LabelSize.RETAIL_50_BY_30, 203);
    BufferedImage png = ImageIO.read(new ByteArrayInputStream(layout.toPng()));
    BufferedImage zpl = ZplReader.read(layout.toZpl());
    assertThat(zpl.getWidth()).isEqualTo(png.getWidth());
    assertThat(zpl.getHeight()).isEqualTo(png.getHeight());
    for (int y = 0; y < png.getHeight(); y++) {
      for (int x = 0; x < png.getWidth(); x++) {
        assertThat(zpl.getRGB(x, y)).isEqualTo(png.getRGB(x, y));
      }
    }
    assertThat(layout.toZpl().length()).isLessThan(12_000);
  }

  @Test
  void isAnSvgDocumentOfItsSize() throws Exception {
    String svg =
        LabelLayout.of(
                new Label(label(1).symbol(), null, "A < B & C > \u0001", List.of(), ""),
                LabelSize.RETAIL_60_BY_40,
                300)
            .toSvg();
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    assertThat(root.getAttribute("width")).isEqualTo("60mm");
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 60 40");
    assertThat(root.getTextContent()).isEqualToIgnoringWhitespace("A < B & C >\ufffd");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 25, 100})
  void fillsSheetsThatAreReadBack(int count) throws Exception {
    byte[] pdf = pdf(LabelSheet.A4_24, count);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo((count + 23) / 24);
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          // the name takes two lines
          .contains("缙云烧饼（梅干菜")
          .contains("批号 20261101-" + (count - 1))
          .contains("保质期至 2026-12-01")
          .contains("扫码追溯");
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300);
      assertThat(page.getWidth()).isBetween(2479, 2481);
      // the first label of the page: 70 × 37 mm from the upper left corner
      BufferedImage first = page.getSubimage(0, 6, 826, 436);
      assertThat(scanned(first)).isEqualTo("(01)09521234000013(10)20261101-0");
    }
  }

  @Test
  void embedsOnlyTheLettersThatItHas() throws Exception {
    byte[] pdf = pdf(LabelSheet.A4_24, 24);
    assertThat(pdf.length).isLessThan(60_000);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void rollsOneLabelAPage() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf(LabelSheet.roll(LabelSize.RETAIL_60_BY_40), 3))) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(2, 300);
      assertThat(scanned(page)).isEqualTo("(01)09521234000013(10)20261101-2");
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(170f, 170.2f);
    }
  }

  @Test
  void isAPdfEvenWithoutLabels() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf(LabelSheet.A4_24, 0))) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }
  }

  /** A page is gone when the next one starts, so memory does not grow with the labels. */
  @Test
  void writesPagesAsLabelsCome() throws IOException {
    int[] drawn = {0};
    int[] drawnAtFirstByte = {-1};
    OutputStream out =
        new OutputStream() {
          private long written;

          @Override
          public void write(int b) {
            written++;
            // what comes in front of the first page is shorter
            if (written == 100 && drawnAtFirstByte[0] < 0) {
              drawnAtFirstByte[0] = drawn[0];
            }
          }
        };
    Iterator<Label> labels =
        IntStream.range(0, 240).peek(i -> drawn[0]++).mapToObj(LabelTest::label).iterator();
    LabelSheet.A4_24.write(labels, 300, out);
    assertThat(drawn[0]).isEqualTo(240);
    assertThat(drawnAtFirstByte[0]).isLessThanOrEqualTo(48);
  }

  @Test
  void hasTheOldBarCodeBesideTheNewOne() throws Exception {
    Label both = label(1).beside(Symbol.ean13(GTIN));
    LabelLayout layout = LabelLayout.of(both, LabelSize.CARTON_100_BY_70, 300);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(layout.toPng()));
    int half = image.getHeight() / 2;
    assertThat(scanned(image.getSubimage(0, 0, image.getWidth() / 2, half + 100)))
        .isEqualTo("(01)09521234000013(10)20261101-1");
    assertThat(scanned(image.getSubimage(300, half, image.getWidth() - 300, half - 1)))
        .isEqualTo("(01)09521234000013");
  }

  @Test
  void putsAWideBarCodeAboveTheText() throws Exception {
    Symbol pallet =
        Symbol.gs1128(ElementString.of(DigitalLink.ofLogisticUnit(new Sscc("106141412345678908"))));
    Label label = new Label(pallet, null, PRODUCT, List.of("箱数 40", "收货方 缙云县实验小学食堂"), "");
    for (LabelSize size : List.of(LabelSize.LOGISTIC_100_BY_150, LabelSize.CARTON_100_BY_70)) {
      BufferedImage image =
          ImageIO.read(new ByteArrayInputStream(LabelLayout.of(label, size, 203).toPng()));
      assertThat(scanned(image)).isEqualTo("(00)106141412345678908");
    }
  }

  @Test
  void isDrawnByGhostscriptFromEps() throws Exception {
    assumeTrue(ghostscript("--version") == 0, "Ghostscript is not installed");
    Path eps = directory.resolve("label.eps");
    Path png = directory.resolve("label.png");
    Files.write(eps, LabelLayout.of(label(3), LabelSize.RETAIL_60_BY_40, 300).toEps());
    int exit =
        ghostscript(
            "-q",
            "-dNOPAUSE",
            "-dBATCH",
            "-dSAFER",
            "-dEPSCrop",
            "-sDEVICE=png16m",
            "-r300",
            "-sOutputFile=" + png,
            eps.toString());
    assertThat(exit).isZero();
    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isBetween(706, 716);
    assertThat(scanned(image)).isEqualTo("(01)09521234000013(10)20261101-3");
  }

  @Test
  void startsAnEpsWithItsBox() {
    byte[] file = LabelLayout.of(label(3), LabelSize.RETAIL_60_BY_40, 300).toEps();
    String eps = new String(file, StandardCharsets.US_ASCII);
    assertThat(eps)
        .startsWith("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 171 114\n")
        .endsWith("showpage\n%%EOF\n");
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelLayout.of(label(1), new LabelSize(20, 10, 1), 300))
        .withMessageStartingWith("QR Code of 37 modules: needs 15.7 mm at 300 dpi");
    Label wordy =
        new Label(label(1).symbol(), null, PRODUCT.repeat(30), List.of(), Label.SCAN_TO_TRACE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelLayout.of(wordy, LabelSize.RETAIL_40_BY_30, 300))
        .withMessageContaining("text of the label: does not fit");
    assertThatIllegalArgumentException().isThrownBy(() -> new LabelSize(10, 10, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new LabelSize(Double.NaN, 10, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LabelSheet(210, 297, 4, 8, new LabelSize(70, 37, 3), 0, 0, 70, 37))
        .withMessageContaining("do not lie side by side");
  }

  @Test
  void breaksLinesBetweenWordsAndCharacters() {
    assertThat(TextLines.broken("one two three", 4.5)).containsExactly("one two", "three");
    assertThat(TextLines.broken("缙云烧饼，好吃", 4.5)).containsExactly("缙云烧", "饼，好吃");
    assertThat(TextLines.broken("", 1)).containsExactly("");
    assertThat(TextLines.broken("unbreakable", 2)).isNull();
  }

  private static byte[] pdf(LabelSheet sheet, int count) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sheet.write(IntStream.range(0, count).mapToObj(LabelTest::label).iterator(), 300, out);
    return out.toByteArray();
  }

  private static String scanned(BufferedImage image) throws Exception {
    return ScannedCode.parse(Scanner.scan(image)).elements().toString();
  }

  private static int ghostscript(String... arguments) throws InterruptedException {
    List<String> command = Stream.concat(Stream.of("gs"), Stream.of(arguments)).toList();
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor(60, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      return -1;
    } catch (IOException e) {
      return -1;
    }
  }
}
