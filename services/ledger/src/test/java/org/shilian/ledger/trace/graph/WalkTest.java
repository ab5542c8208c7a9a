package org.shilian.ledger.trace.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilian.ledger.trace.graph.Sketch.at;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shilian.ledger.trace.graph.Node.Reach;

class WalkTest {

  @Test
  void comesToEveryHoldingAtItsLeastDepth() {
    Graph graph =
        new Sketch()
            .hop("A", "B")
            .hop("B", "C")
            .hop("A", "C")
            .hop("C", "D")
            .walk(Direction.FORWARD, at("L", "A"));

    assertThat(depths(graph)).containsExactly("L/A 0", "L/B 1", "L/C 1", "L/D 2");
    assertThat(graph.linkCount()).isEqualTo(4);
    assertThat(graph.complete()).isTrue();
  }

  @Test
  void goesBackThroughWhatALotWasMadeOf() {
    Graph graph =
        new Sketch()
            .hop("I", "A", "B", 1, 1)
            .made("B", "I", "L")
            .hop("B", "C")
            .walk(Direction.BACK, at("L", "C"));

    assertThat(depths(graph)).containsExactly("L/C 0", "L/B 1", "I/B 2", "I/A 3");
  }

  @Test
  void goesRoundRingsOnceAndKeepsTheirLinks() {
    Graph graph =
        new Sketch()
            .hop("A", "B")
            .hop("B", "A")
            .hop("A", "A")
            .hop("B", "C")
            .walk(Direction.FORWARD, at("L", "A"));

    assertThat(depths(graph)).containsExactly("L/A 0", "L/B 1", "L/C 2");
    assertThat(graph.linkCount()).isEqualTo(4);
  }

  @Test
  void followsOneSidedHopsButNotVoidOnes() {
    Graph graph =
        new Sketch()
            .hop("L", "A", "B", 5, 0)
            .hop("L", "B", "C", 0, 5)
            .hop("L", "A", "V", 0, 0)
            .hop("V", "W")
            .walk(Direction.FORWARD, at("L", "A"));

    assertThat(depths(graph)).containsExactly("L/A 0", "L/B 1", "L/V 1", "L/C 2");
    assertThat(reach(graph, "V")).isEqualTo(Reach.LEAF);
  }

  @Test
  void aLeafThatIsReachedOtherwiseIsNone() {
    Graph graph =
        new Sketch()
            .hop("L", "A", "C", 0, 0)
            .hop("A", "B")
            .hop("B", "C")
            .hop("C", "D")
            .walk(Direction.FORWARD, at("L", "A"));

    assertThat(depths(graph)).containsExactly("L/A 0", "L/B 1", "L/C 2", "L/D 3");
    assertThat(reach(graph, "C")).isEqualTo(Reach.WALKED);
  }

  @Test
  void followsOnlyMatchedLinksForTheChain() {
    Sketch sketch = new Sketch().hop("L", "A", "B", 5, 0).hop("B", "C").hop("A", "D");

    Graph graph =
        sketch.walk(
            new Walk(
                Direction.FORWARD, Through.MATCHED, 100, 1000, Roots.at(Set.of(at("L", "A")))));

    assertThat(depths(graph)).containsExactly("L/A 0", "L/B 1", "L/D 1");
    assertThat(reach(graph, "B")).isEqualTo(Reach.LEAF);
  }

  @Test
  void stopsAtItsDepthAndCountsWhatGoesOn() {
    Sketch sketch = new Sketch().hop("A", "B").hop("B", "A").hop("B", "C").hop("B", "D");

    Graph graph = sketch.walk(walk(1, 1000, Roots.at(Set.of(at("L", "A")))));

    assertThat(depths(graph)).containsExactly("L/A 0", "L/B 1");
    assertThat(reach(graph, "B")).isEqualTo(Reach.DEPTH);
    assertThat(node(graph, "B").more()).isEqualTo(2);
    assertThat(graph.linkCount()).as("with the one back to A").isEqualTo(2);
  }

  @Test
  void stopsAtItsMostHoldingsAndSaysWhere() {
    Sketch sketch = new Sketch().hop("A", "B").hop("A", "C").hop("A", "D").hop("B", "E");

    Graph graph = sketch.walk(walk(100, 3, Roots.at(Set.of(at("L", "A")))));

    assertThat(depths(graph)).containsExactly("L/A 0", "L/B 1", "L/C 1");
    assertThat(graph.complete()).isFalse();
    assertThat(reach(graph, "A")).isEqualTo(Reach.LIMIT);
    assertThat(reach(graph, "B")).isEqualTo(Reach.LIMIT);
  }

  @Test
  void beginsWithChosenLinksOnly() {
    Sketch sketch = new Sketch().hop("A", "B").hop("A", "C").hop("B", "D");
    Roots roots = new Roots(Set.of(), List.of(sketch.links().get(0)));

    Graph graph = sketch.walk(walk(100, 1000, roots));

    assertThat(depths(graph)).containsExactly("L/A 0", "L/B 1", "L/D 2");
    assertThat(reach(graph, "A")).isEqualTo(Reach.DOORSTEP);
    assertThat(node(graph, "A").start()).isTrue();
  }

  @Test
  void walksADoorstepThatItComesBackTo() {
    Sketch sketch = new Sketch().hop("A", "B").hop("A", "C").hop("B", "A");
    Roots roots = new Roots(Set.of(), List.of(sketch.links().get(0)));

    Graph graph = sketch.walk(walk(100, 1000, roots));

    assertThat(depths(graph)).containsExactly("L/A 0", "L/B 1", "L/C 3");
    assertThat(reach(graph, "A")).isEqualTo(Reach.WALKED);
  }

  @Test
  void beginsWithHoldingsAndChosenLinksTogether() {
    Sketch sketch = new Sketch().hop("A", "B").hop("X", "Y").hop("A", "C");
    Roots roots = new Roots(Set.of(at("L", "X")), List.of(sketch.links().get(0)));

    Graph graph = sketch.walk(walk(100, 1000, roots));

    assertThat(depths(graph)).containsExactly("L/A 0", "L/X 0", "L/B 1", "L/Y 1");
  }

  private static Walk walk(int depth, int most, Roots roots) {
    return new Walk(Direction.FORWARD, Through.RECORDED, depth, most, roots);
  }

  private static Reach reach(Graph graph, String party) {
    return node(graph, party).reach();
  }

  private static Node node(Graph graph, String party) {
    return Objects.requireNonNull(graph.node(at("L", party)));
  }

  private static List<String> depths(Graph graph) {
    return graph.nodes().stream()
        .map(node -> node.id().lot().lot() + "/" + node.id().party() + " " + node.depth())
        .toList();
  }
}
