package org.shilian.ledger.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.start.Start;

class QueryReaderTest {
  private final TraceQuery query = new TraceQuery();

  @Test
  void readsALotByAnyGtinAndSetsTheBounds() {
    query.gtin = "9521234000013";
    query.lot = "A/1";

    TraceRequest request = read();

    assertThat(request.start()).isEqualTo(new Start.OfLot(Town.lot("09521234000013", "A/1"), null));
    assertThat(request.depth()).isEqualTo(20);
    assertThat(request.size()).isEqualTo(1000);
    assertThat(request.after()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "91331122MA20000001, 91331122MA20000001",
    "licence:JY1, licence:JY1",
    "name:夜市, name:夜市"
  })
  void readsALotAtAParty(String operator, String party) {
    query.gtin = "09521234000013";
    query.lot = "A";
    query.operator = operator;

    assertThat(read().start()).isEqualTo(new Start.OfLot(Town.lot(Town.DUCK, "A"), party));
  }

  @ParameterizedTest
  @CsvSource({
    "PO-7, PO-7",
    "https://id.gs1.org/253/9521234000013PO7, 9521234000013PO7",
    "https://shop.example/253/9521234000013PO7?x=1, 9521234000013PO7",
    "9521234000013PO7, 9521234000013PO7",
    "https://shop.example/order/7, https://shop.example/order/7"
  })
  void readsAnOrderInAnySpelling(String given, String code) {
    query.order = given;

    assertThat(read().start()).isEqualTo(new Start.OfOrder(code));
  }

  @Test
  void readsATimeWithItsOffset() {
    query.operator = Town.uscc("school").value();
    query.from = "2026-11-23T00:00:00+08:00";
    query.to = "2026-11-24T00:00:00+08:00";

    assertThat(read().start())
        .isEqualTo(
            new Start.OfWindow(
                Town.uscc("school"),
                Instant.parse("2026-11-22T16:00:00Z"),
                Instant.parse("2026-11-23T16:00:00Z")));
  }

  private TraceRequest read() {
    return new QueryReader(query).request(Direction.BACK);
  }
}
