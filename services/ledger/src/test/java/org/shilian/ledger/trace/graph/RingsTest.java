package org.shilian.ledger.trace.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilian.ledger.trace.graph.Sketch.at;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shilian.ledger.trace.graph.Rings.Ring;

class RingsTest {

  @Test
  void tellsRingsAndWhatLeadsInAndOut() {
    Graph graph =
        new Sketch()
            .hop("A", "B")
            .hop("B", "C")
            .hop("C", "B")
            .hop("C", "D")
            .hop("D", "D")
            .walk(Direction.FORWARD, at("L", "A"));

    Rings rings = Rings.of(graph);

    assertThat(text(rings.of(at("L", "A")))).isEqualTo("A out");
    assertThat(text(rings.of(at("L", "C")))).isEqualTo("BC in out");
    assertThat(rings.of(at("L", "B"))).isSameAs(rings.of(at("L", "C")));
    assertThat(text(rings.of(at("L", "D")))).isEqualTo("D in");
  }

  @Test
  void takesNoNoticeOfVoidHops() {
    Graph graph =
        new Sketch().hop("A", "B").hop("L", "B", "A", 0, 0).walk(Direction.FORWARD, at("L", "A"));

    assertThat(text(Rings.of(graph).of(at("L", "A")))).isEqualTo("A out");
  }

  /** Two holdings are in one ring if and only if each can be reached from the other. */
  @Test
  void agreesWithReachingInRandomGraphs() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      Sketch sketch = new Sketch();
      for (int i = 0; i < 12; i++) {
        sketch = sketch.hop("S", "" + i);
      }
      for (int i = 0; i < random.nextInt(30); i++) {
        sketch = sketch.hop("" + random.nextInt(12), "" + random.nextInt(12));
      }
      Rings rings = Rings.of(sketch.walk(Direction.FORWARD, at("L", "S")));
      for (int a = 0; a < 12; a++) {
        for (int b = 0; b < 12; b++) {
          boolean both = reaches(sketch, a, b) && reaches(sketch, b, a);
          assertThat(rings.of(at("L", "" + a)) == rings.of(at("L", "" + b))).isEqualTo(both);
        }
      }
    }
  }

  private static boolean reaches(Sketch sketch, int from, int to) {
    return sketch.walk(Direction.FORWARD, at("L", "" + from)).node(at("L", "" + to)) != null;
  }

  private static String text(Ring ring) {
    TreeSet<String> members =
        ring.members().stream()
            .map(HoldingId::party)
            .collect(Collectors.toCollection(TreeSet::new));
    return String.join("", members) + (ring.entered() ? " in" : "") + (ring.left() ? " out" : "");
  }
}
