package org.shilian.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilian.chain.history.SmallCounty;

class HistoriesTest {
  private static final int MANY = 3_000;

  @Test
  void sayTheSameForTheSameSeedAndOtherThingsForAnother() {
    List<String> once = ids(7);

    assertThat(ids(7)).isEqualTo(once).doesNotHaveDuplicates();
    assertThat(ids(8)).doesNotContainAnyElementsOf(once);
  }

  @Test
  void holdEveryKindOfEventThatAHistoryHas() {
    assertThat(new Histories(new SmallCounty(), 7).next(MANY))
        .extracting(posted -> posted.event().type().name())
        .contains("PRODUCE", "FIRST_IN", "REPACK", "SHIP", "RECEIVE", "SELL", "USE", "DISPOSE")
        .contains("VOID", "HOLD", "RELEASE", "RECALL", "CLOSE", "INSPECT", "SAMPLE");
  }

  private static List<String> ids(long seed) {
    return new Histories(new SmallCounty(), seed).next(MANY).stream().map(Posted::eventId).toList();
  }
}
