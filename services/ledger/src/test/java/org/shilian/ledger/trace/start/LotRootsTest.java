package org.shilian.ledger.trace.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Sketch;

class LotRootsTest {

  /** Hops are written {@code AB} for a matched one, {@code A.B} for a void one. */
  @ParameterizedTest
  @CsvSource({
    "FORWARD, A, AB BC BD, A",
    "BACK, A, AB BC BD, C D",
    "FORWARD, A, AB BC XB, A X",
    "FORWARD, A, AB BA, A",
    "BACK, A, AB BA, A",
    "FORWARD, '', AB BC CA, A",
    "FORWARD, '', AB BC CB, A",
    "FORWARD, A, AB CD DC, A C",
    "FORWARD, A, A.B, A",
    "FORWARD, A B, AB, A B",
    "BACK, A, AA, A",
    "FORWARD, '', '', X"
  })
  void leadToEveryHolding(Direction direction, String makers, String hops, String roots) {
    Sketch sketch = new Sketch();
    for (String hop : words(hops)) {
      if (hop.length() == 3) {
        sketch = sketch.hop("L", hop.substring(0, 1), hop.substring(2), 0, 0);
      } else {
        sketch = sketch.hop(hop.substring(0, 1), hop.substring(1));
      }
    }
    Set<HoldingId> made = new HashSet<>();
    words(makers).forEach(maker -> made.add(Sketch.at("L", maker)));
    Set<HoldingId> holdings = new HashSet<>(made);
    if (hops.isEmpty()) {
      holdings.add(Sketch.at("L", "X"));
    }

    Set<HoldingId> found = LotRoots.of(direction, holdings, made, sketch.hops());

    assertThat(found.stream().map(HoldingId::party)).containsExactlyElementsOf(words(roots));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : new ArrayList<>(List.of(text.split(" ")));
  }
}
