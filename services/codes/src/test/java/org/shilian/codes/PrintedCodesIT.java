package org.shilian.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.ScannedCode;
import org.shilian.symbol.Scanner;
import org.shilian.symbol.SvgPicture;
import org.shilian.symbol.Zbar;
import org.shilian.symbol.label.LabelSheet;
import org.shilian.symbol.label.ZplReader;

/**
 * Whatever is printed of any kind of code, in whatever form, two readers that are not ours read
 * back, and it leads to the keys that were asked for.
 */
@QuarkusTest
@QuarkusTestResource(PublishedLots.class)
class PrintedCodesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DPI = 300;
  private static final double DOTS_OF_A_MILLIMETRE = DPI / 25.4;
  private static final double DOTS_OF_A_MODULE = 8;

  private static final Map<String, LabelSheet> SHEETS =
      Map.of(
          "a4-8", LabelSheet.A4_8,
          "a4-14", LabelSheet.A4_14,
          "a4-21", LabelSheet.A4_21,
          "a4-24", LabelSheet.A4_24);

  @TestHTTPResource("/")
  URI server;

  @Inject Pool pool;

  @TempDir Path directory;

  private Traders traders;

  @BeforeEach
  void findTheTraders() {
    traders = new Traders(pool, server);
  }

  /** What is to be printed, and what is in it; null where a label has no bar code. */
  private record Print(String key, String path, String square, String bars) {}

  @ParameterizedTest
  @CsvSource({
    "batch, svg, ''",
    "batch, png, ''",
    "batch-with-last-day, svg, ''",
    "batch-with-last-day, png, ''",
    "items, pdf, ''",
    "items, pdf, a4-24",
    "items, zpl, ''",
    "items, zip, ''",
    "delivery, pdf, ''",
    "delivery, zpl, ''",
    "delivery, zip, ''",
    "delivery-code, svg, ''",
    "delivery-code, png, ''",
    "seals, pdf, ''",
    "seals, pdf, a4-21",
    "seals, zpl, ''",
    "seals, zip, ''",
    "seal-code, svg, ''",
    "seal-code, png, ''",
    "shop, svg, ''",
    "shop, png, ''",
    "shop, pdf, ''",
    "shop, pdf, a4-8",
    "shop, zpl, ''",
    "shop, zpl, 50x30",
    "ssccs, zip, ''",
    "sscc, svg, ''",
    "sscc, png, ''"
  })
  void isReadFromTheSymbol(String kind, String form, String label) throws Exception {
    Print print = print(kind);
    BufferedImage image = printed(print, form, label);

    assertThat(first(Scanner.scanSquare(image))).isEqualTo(print.square());
    assumeTrue(Zbar.isThere(), "zbarimg is not installed");
    assertThat(second(image)).containsEntry("square", print.square());
  }

  @ParameterizedTest
  @CsvSource({
    "ssccs, pdf, ''",
    "ssccs, pdf, a4-8",
    "ssccs, zpl, 100x70",
    "sscc, pdf, ''",
    "sscc, pdf, 100x70",
    "sscc, zpl, ''",
    "9521234000044, svg, ''",
    "9521234000044, png, ''",
    "9521234000044, pdf, ''",
    "9521234000044, pdf, a4-14",
    "9521234000044, zpl, ''",
    "95012346, svg, ''",
    "95012346, png, ''",
    "95012346, pdf, ''",
    "95012346, zpl, ''",
    "614141000036, svg, ''",
    "614141000036, png, ''",
    "614141000036, pdf, ''",
    "614141000036, zpl, ''",
    "19521234000041, svg, 100x70",
    "19521234000041, png, 100x70",
    "19521234000041, pdf, 100x70",
    "19521234000041, zpl, 100x150",
    "migrated, pdf, a4-8",
    "migrated, zip, ''"
  })
  void isReadFromBothCodesOfALabel(String kind, String form, String label) throws Exception {
    Print print = print(kind);
    BufferedImage image = printed(print, form, label);

    assertThat(first(Scanner.scanSquare(image))).isEqualTo(print.square());
    assertThat(first(Scanner.scanBars(image))).isEqualTo(print.bars());
    assumeTrue(Zbar.isThere(), "zbarimg is not installed");
    assertThat(second(image))
        .containsEntry("square", print.square())
        .containsEntry("bars", print.bars());
  }

  /** Labels come out of printers askew, and lie in markets. */
  @ParameterizedTest
  @CsvSource({"seals, pdf, ''", "shop, zpl, ''", "sscc, pdf, ''", "9521234000044, png, ''"})
  void isReadUpsideDownAndDirty(String kind, String form, String label) throws Exception {
    Print print = print(kind);
    BufferedImage image =
        Scanner.dirtied(Scanner.turned(printed(print, form, label), 180, 1.2), 1, 5, 400, 11);

    assertThat(first(Scanner.scanSquare(image))).isEqualTo(print.square());
    if (print.bars() != null) {
      assertThat(first(Scanner.scanBars(image))).isEqualTo(print.bars());
    }
  }

  private Print print(String kind) throws Exception {
    return switch (kind) {
      case "batch" ->
          new Print(
              PublishedLots.MAKER,
              "/api/v1/codes/batch/09521234000013/20261101-1",
              "(01)09521234000013(10)20261101-1",
              null);
      case "batch-with-last-day" ->
          new Print(
              PublishedLots.MAKER,
              "/api/v1/codes/batch/09521234000013/20261101-1?17=261201",
              "(01)09521234000013(10)20261101-1(17)261201",
              null);
      case "items" -> {
        JsonNode range =
            posted(
                PublishedLots.MAKER,
                "/api/v1/codes/items",
                "{\"gtin\":\"09521234000013\",\"lot\":\"20261101-1\",\"count\":2}");
        String path = "/api/v1/codes/items/" + range.path("id").asText();
        // counted as a print, so what follows is a reprint
        String serial = cell(PublishedLots.MAKER, path + ".csv");
        yield new Print(
            PublishedLots.MAKER,
            path + "?reason=test",
            "(01)09521234000013(10)20261101-1(21)" + serial,
            null);
      }
      case "delivery", "seals" -> {
        JsonNode roll = roll(kind);
        yield new Print(
            PublishedLots.KITCHEN,
            "/api/v1/codes/orders/rolls/" + roll.path("id").asText(),
            "(253)" + roll.at("/first/gdti").asText(),
            null);
      }
      case "delivery-code", "seal-code" -> {
        String gdti = roll(kind).at("/first/gdti").asText();
        yield new Print(
            PublishedLots.KITCHEN, "/api/v1/codes/orders/" + gdti, "(253)" + gdti, null);
      }
      case "shop" ->
          new Print(
              Traders.OWN_GLN_KEY,
              "/api/v1/codes/gln/" + Traders.OWN_GLN,
              "(414)" + Traders.OWN_GLN,
              null);
      case "ssccs", "sscc" -> {
        JsonNode range = posted(Traders.DISTRIBUTOR_KEY, "/api/v1/codes/sscc", "{\"count\":3}");
        String sscc = range.path("firstSscc").asText();
        String path =
            kind.equals("sscc")
                ? "/api/v1/codes/sscc/" + sscc
                : "/api/v1/codes/sscc/ranges/" + range.path("id").asText();
        yield new Print(Traders.DISTRIBUTOR_KEY, path, "(00)" + sscc, "(00)" + sscc);
      }
      case "migrated" -> {
        JsonNode report = migrated("9521234000044");
        String query = report.at("/labels/pdf").asText().replaceAll(".*\\?", "?");
        yield new Print(
            Traders.PRODUCER_KEY,
            "/api/v1/codes/migrate/labels" + query + "&gtin=9521234000044",
            "(01)09521234000044",
            "(01)09521234000044");
      }
      default -> {
        String gtin = migrated(kind).at("/lines/0/code/gtin").asText();
        yield new Print(
            Traders.PRODUCER_KEY, "/api/v1/codes/migrate/" + kind, "(01)" + gtin, "(01)" + gtin);
      }
    };
  }

  private JsonNode roll(String kind) throws Exception {
    String type = kind.startsWith("seal") ? "sealed-meal" : "delivery";
    return posted(
        PublishedLots.KITCHEN, "/api/v1/codes/orders", "{\"type\":\"" + type + "\",\"count\":2}");
  }

  private JsonNode migrated(String gtin) throws Exception {
    HttpResponse<String> answer =
        traders.post(Traders.PRODUCER_KEY, "/api/v1/codes/migrate", "[\"" + gtin + "\"]");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private JsonNode posted(String key, String path, String body) throws Exception {
    HttpResponse<String> answer = traders.post(key, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private String cell(String key, String path) throws Exception {
    List<String> lines = traders.get(key, path).body().lines().toList();
    return lines.get(1).replaceAll(".*,", "");
  }

  /**
   * The first label of a file, or the picture, as dots; kept beside the test's report, to be looked
   * at.
   */
  private BufferedImage printed(Print print, String form, String label) throws Exception {
    String[] parts = print.path().split("\\?", 2);
    String query = parts.length > 1 ? "?" + parts[1] : "";
    if (form.equals("pdf")) {
      query += (query.isEmpty() ? "?" : "&") + "dpi=" + DPI;
    }
    if (!label.isEmpty()) {
      query += (query.isEmpty() ? "?" : "&") + "label=" + label;
    }
    HttpResponse<byte[]> answer = traders.bytes(print.key(), parts[0] + "." + form + query);
    byte[] body = answer.body();
    assertThat(answer.statusCode())
        .as(new String(body, 0, Math.min(500, body.length), StandardCharsets.UTF_8))
        .isEqualTo(200);
    BufferedImage image = image(form, label, body);
    ImageIO.write(
        image,
        "png",
        Files.createDirectories(Path.of("target/labels"))
            .resolve(print.square().replaceAll("\\W", "") + "-" + label + "-" + form + ".png")
            .toFile());
    return image;
  }

  private static BufferedImage image(String form, String label, byte[] body) throws Exception {
    return switch (form) {
      case "png" -> ImageIO.read(new ByteArrayInputStream(body));
      case "svg" -> drawn(new String(body, StandardCharsets.UTF_8));
      case "zpl" -> {
        String zpl = new String(body, StandardCharsets.UTF_8);
        String end = "^XZ";
        yield ZplReader.read(zpl.substring(0, zpl.indexOf(end) + end.length()));
      }
      case "zip" -> {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
          assertThat(zip.getNextEntry()).isNotNull();
          yield drawn(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      case "pdf" -> {
        try (PDDocument document = Loader.loadPDF(body)) {
          BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);
          yield label.startsWith("a4") ? firstLabel(page, label) : page;
        }
      }
      default -> throw new AssertionError(form);
    };
  }

  /** Of a sheet, the label in the upper left corner. */
  private static BufferedImage firstLabel(BufferedImage page, String label) {
    LabelSheet sheet = SHEETS.get(label);
    return page.getSubimage(
        (int) (sheet.left() * DOTS_OF_A_MILLIMETRE),
        (int) (sheet.top() * DOTS_OF_A_MILLIMETRE),
        (int) (sheet.label().width() * DOTS_OF_A_MILLIMETRE),
        (int) (sheet.label().height() * DOTS_OF_A_MILLIMETRE));
  }

  private static BufferedImage drawn(String svg) throws Exception {
    boolean inMillimetres = svg.contains("mm\"");
    return SvgPicture.of(svg, inMillimetres ? DOTS_OF_A_MILLIMETRE : DOTS_OF_A_MODULE);
  }

  private static String first(String scanned) {
    return ScannedCode.parse(scanned).elements().toString();
  }

  /** What ZBar reads of both kinds of codes; it sees codes in letters too, which lead nowhere. */
  private Map<String, String> second(BufferedImage image) throws Exception {
    Map<String, String> read = new TreeMap<>();
    for (String line : Zbar.scan(Scanner.turned(image, 0, 1), directory).lines().toList()) {
      String kind = line.substring(0, line.indexOf(':'));
      String data = line.substring(line.indexOf(':') + 1);
      String identifier =
          switch (kind) {
            case "QR-Code" -> "]Q1";
            case "CODE-128" -> "]C1";
            case "EAN-13", "UPC-A" -> "]E0";
            case "EAN-8" -> "]E4";
            case "I2/5" -> "]I1";
            default -> "";
          };
      // it says of a UPC-A that it is one, and sends its 12 digits
      String digits = kind.equals("UPC-A") ? "0" + data : data;
      try {
        read.put(kind.equals("QR-Code") ? "square" : "bars", first(identifier + digits));
      } catch (Gs1Exception e) {
        // letters
      }
    }
    return read;
  }
}
