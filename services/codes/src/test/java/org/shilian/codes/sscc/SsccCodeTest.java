package org.shilian.codes.sscc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.codes.file.LabelStock;
import org.shilian.codes.file.Part;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;
import org.shilian.symbol.Carrier;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.label.Label;

class SsccCodeTest {
  private static final CompanyPrefix PREFIX = new CompanyPrefix("9521234");

  @Test
  void followsOnTheFirstOfItsRangeAsThePrefixNumbersThem() {
    SsccRange range = range(3, 999_999_990);

    for (int i = 0; i < 10; i++) {
      assertThat(range.sscc(i)).isEqualTo(PREFIX.sscc(3, 999_999_990 + i));
    }
    assertThat(SsccRange.body(range.sscc(7))).isEqualTo(range.first() + 7);
  }

  @Test
  void keepsTheZerosInFront() {
    CompanyPrefix upc = new CompanyPrefix("0614141");
    SsccRange range =
        new SsccRange(
            new UUID(0, 0),
            upc,
            SsccRange.body(upc.sscc(0, 5)),
            2,
            new Uscc("91331122MA2E0K0T09"),
            Instant.EPOCH);

    assertThat(range.sscc(0)).isEqualTo(upc.sscc(0, 5));
    assertThat(range.sscc(1).value()).startsWith("00614141");
  }

  @Test
  void isMadeOneAfterTheOther() {
    SsccCodes codes = new SsccCodes(range(0, 1), new Part(2, 3), "", "https://id.gs1.org");

    assertThat(codes)
        .toIterable()
        .extracting(SsccCode::sscc)
        .containsExactly(PREFIX.sscc(0, 3), PREFIX.sscc(0, 4), PREFIX.sscc(0, 5));
  }

  @ParameterizedTest
  @CsvSource({"100x150, 203", "100x150, 300", "100x70, 203", "100x70, 300", "a4-8, 300"})
  void hasABarCodeBesideTheSymbolOnLargeLabels(String stock, String dpi) {
    SsccCode code =
        SsccCode.of(new Sscc("095212340000000013"), "缙云县好溪麻鸭加工有限公司", "https://id.gs1.org");
    Label label = code.label();
    Symbol bars = Objects.requireNonNull(label.beside());

    assertThat(label.symbol().carrier()).isEqualTo(Carrier.QR_CODE);
    assertThat(bars.carrier()).isEqualTo(Carrier.GS1_128);
    assertThat(bars.captions()).extracting(Symbol.Caption::text).contains("(00)095212340000000013");
    assertThat(code.layout(LabelStock.of(stock, dpi, true, stock)).xDimension())
        .isGreaterThan(0.396);
  }

  private static SsccRange range(int extension, long serial) {
    return new SsccRange(
        new UUID(0, 0),
        PREFIX,
        SsccRange.body(PREFIX.sscc(extension, serial)),
        10,
        new Uscc("91331122MA2E0K0T09"),
        Instant.EPOCH);
  }
}
