package org.shilian.codes.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.codes.file.LabelStock;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.label.Label;

class MigratedProductTest {
  @ParameterizedTest
  @CsvSource({
    "9521234000044, EAN-13, 9521234000044",
    "95012346, EAN-8, 95012346",
    "614141000036, UPC-A, 614141000036",
    "19521234000041, ITF-14, 19521234000041"
  })
  void hasTheBarCodeItAlwaysHadBesideTheNewOne(String gtin, String carrier, String digits) {
    MigratedProduct product = product(gtin);
    Symbol old = Objects.requireNonNull(product.label().beside());

    assertThat(old.carrier().text()).isEqualTo(carrier).isEqualTo(product.carrier());
    assertThat(product.barCode()).isEqualTo(digits);
    assertThat(product.digitalLink())
        .isEqualTo("https://id.gs1.org/01/" + Gtin.parse(gtin).value());
  }

  @ParameterizedTest
  @CsvSource({
    "9521234000044, 80x50",
    "9521234000044, a4-14",
    "95012346, 80x50",
    "614141000036, 80x50",
    "19521234000041, 100x70",
    "19521234000041, 100x150"
  })
  void fitsTheLabelsForTheTransition(String gtin, String stock) {
    assertThat(product(gtin).layout(LabelStock.of(stock, null, true, stock)).xDimension())
        .isGreaterThan(0.396);
  }

  @Test
  void invitesToTrace() {
    assertThat(product("9521234000044").label().invitation()).isEqualTo(Label.SCAN_TO_TRACE);
  }

  private static MigratedProduct product(String gtin) {
    return MigratedProduct.of(
        Gtin.parse(gtin),
        new Uscc("91331122MA2E0K0T09"),
        "缙云烧饼（梅干菜）",
        "5 个/袋",
        "k",
        Instant.EPOCH,
        "https://id.gs1.org");
  }
}
