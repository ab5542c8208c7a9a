package org.shilian.chain.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilian.chain.trade.TradeEvent.Envelope;
import org.shilian.gs1.Uscc;

class SealTest {
  private static final String CODE = "95211229000127KQ4M2";

  @Test
  void isFoundByTheOrderItIsFor() {
    assertThat(seal("MEAL-1", "FQ0012873").mentions()).containsExactly("order:MEAL-1");
    assertThat(seal(CODE, "7KQ4M2").mentions()).containsExactly("order:" + CODE);
    assertThat(seal(CODE, CODE).mentions()).containsExactly("order:" + CODE);
  }

  @Test
  void isFoundByTheCodeOfItsSeal() {
    assertThat(seal("MEAL-1", CODE).mentions()).containsExactly("order:MEAL-1", "order:" + CODE);
    assertThat(seal("MEAL-1", "9521122900012").mentions())
        .as("a document type is no document")
        .containsExactly("order:MEAL-1");
  }

  private static Evidence.Seal seal(String orderCode, String seal) {
    return new Evidence.Seal(
        new Envelope(
            null,
            OffsetDateTime.parse("2026-11-02T18:05:00+08:00"),
            new Uscc("91331122MA2E0C0035"),
            null),
        orderCode,
        seal,
        false,
        List.of("面"),
        List.of());
  }
}
