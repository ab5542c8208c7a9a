package org.shilian.ledger.trace.end;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilian.ledger.trace.graph.Sketch.at;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.ledger.trace.facts.LinkEvents;
import org.shilian.ledger.trace.facts.Page;
import org.shilian.ledger.trace.facts.SomeFacts;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.Graph;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Hop;
import org.shilian.ledger.trace.graph.Roots;
import org.shilian.ledger.trace.graph.Sketch;
import org.shilian.ledger.trace.graph.Through;
import org.shilian.ledger.trace.graph.Walk;
import org.shilian.ledger.trace.sight.Sight;

class EndRulesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final HoldingId A = at("L", "A");
  private static final HoldingId B = at("L", "B");

  /** What B did with the 10 kg that came from A: shipped, sold, used, disposed. */
  @ParameterizedTest
  @CsvSource({
    "false, 0, 0, 0, 0, WAY_ENDS",
    "false, 0, 3, 0, 0, WAY_ENDS",
    "false, 0, 0, 3, 0, WAY_ENDS",
    "false, 0, 0, 0, 10, DISPOSED",
    "false, 0, 0, 0, 4, WAY_ENDS",
    "true, 0, 0, 0, 0, TERMINAL_REACHED",
    "true, 0, 1, 0, 0, CONSUMER_REACHED",
    "true, 0, 0, 1, 0, CONSUMER_REACHED",
    "true, 0, 0, 0, 10, DISPOSED",
    "true, 0, 5, 0, 5, CONSUMER_REACHED"
  })
  void saysWhyTheWayForwardEnds(
      boolean terminal, long shipped, long sold, long used, long disposed, Reason reason) {
    SomeFacts facts =
        maker()
            .holding(B, terminal, 0, 10, shipped, sold, used, disposed)
            .lot(A.lot(), "origin", "2026-11-23");

    assertThat(reasons(new Sketch().hop("A", "B"), Direction.FORWARD, A, facts))
        .containsExactly("B " + reason);
  }

  @Test
  void givesAYoungLotTimeToTravel() {
    SomeFacts facts =
        maker().holding(B, false, 0, 10, 0, 0, 0, 0).lot(A.lot(), "origin", "2026-11-24");

    assertThat(reasons(new Sketch().hop("A", "B"), Direction.FORWARD, A, facts))
        .containsExactly("B NOT_MATURED");
  }

  @Test
  void takesASaleAtTheMakersOwnShopForTheConsumers() {
    SomeFacts facts =
        new SomeFacts().holding(A, false, 10, 0, 0, 2, 0, 0).lot(A.lot(), "origin", "2026-11-01");

    assertThat(reasons(new Sketch(), Direction.FORWARD, A, facts))
        .containsExactly("A CONSUMER_REACHED");
  }

  @Test
  void isSilentWhereTheWayGoesOn() {
    SomeFacts facts =
        maker().holding(B, false, 0, 10, 0, 0, 5, 0).lot(A.lot(), "origin", "2026-11-01");
    Sketch sketch = new Sketch().hop("A", "B").made("B", "L", "M");

    assertThat(reasons(sketch, Direction.FORWARD, A, facts)).isEmpty();
  }

  @Test
  void namesBothTheBrokenHopAndWhereItStandsStill() {
    SomeFacts facts =
        maker().holding(B, false, 0, 20, 0, 0, 0, 0).lot(A.lot(), "origin", "2026-11-01");
    Sketch sketch = new Sketch().hop("L", "A", "B", 10, 20);

    assertThat(reasons(sketch, Direction.FORWARD, A, facts))
        .containsExactly("B TOO_MUCH_RECEIVED", "B WAY_ENDS");
  }

  @ParameterizedTest
  @CsvSource({
    "origin, false, NEVER_RECEIVED",
    "unknown, false, LOT_UNKNOWN",
    "unknown, true, INPUT_UNKNOWN"
  })
  void asksWhereItCameFromWhatNobodySent(String state, boolean input, Reason reason) {
    SomeFacts facts =
        new SomeFacts().holding(A, true, 0, 0, 0, 0, 4, 0).lot(A.lot(), state, "2026-11-01");
    Sketch sketch = input ? new Sketch().made("A", "L", "M") : new Sketch();
    HoldingId start = input ? at("M", "A") : A;

    assertThat(reasons(sketch, Direction.BACK, start, facts)).contains("A " + reason);
    assertThat(reasons(sketch, Direction.FORWARD, A, facts)).contains("A " + reason);
  }

  @Test
  void doesNotAskOfAStartThatWasSentWhatItPassedOn() {
    SomeFacts facts =
        new SomeFacts()
            .holding(A, true, 0, 5, 0, 4, 0, 0)
            .lot(A.lot(), "origin", "2026-11-01")
            .fed(A, "X");

    assertThat(reasons(new Sketch(), Direction.FORWARD, A, facts))
        .containsExactly("A CONSUMER_REACHED");
  }

  @Test
  void findsTheFoodThatGoesRoundInARing() {
    SomeFacts facts =
        maker()
            .making(A, "PRODUCE", false)
            .holding(B, false, 0, 20, 12, 0, 0, 0)
            .holding(at("L", "C"), false, 0, 12, 12, 0, 0, 0)
            .lot(A.lot(), "origin", "2026-11-01");
    Sketch sketch = new Sketch().hop("A", "B").hop("B", "C").hop("C", "B");

    assertThat(reasons(sketch, Direction.FORWARD, A, facts)).containsExactly("B WAY_ENDS");
    assertThat(reasons(sketch.hop("C", "D"), Direction.FORWARD, A, facts))
        .as("until somebody breaks it")
        .isEmpty();
  }

  @Test
  void doesNotTakeARingForAnOrigin() {
    Sketch sketch = new Sketch().hop("A", "B").hop("B", "A");
    SomeFacts facts =
        new SomeFacts()
            .holding(A, false, 0, 1, 1, 0, 0, 0)
            .holding(B, false, 0, 1, 1, 0, 0, 0)
            .fed(A, "B")
            .lot(A.lot(), "unknown", "2026-11-01");

    assertThat(reasons(sketch, Direction.BACK, B, facts))
        .containsExactly("B LOT_UNKNOWN", "A LOT_UNKNOWN");
    assertThat(reasons(sketch, Direction.FORWARD, A, facts))
        .containsExactly("A LOT_UNKNOWN", "B LOT_UNKNOWN");
    facts = facts.holding(A, false, 5, 1, 1, 0, 0, 0).making(A, "PRODUCE", false);
    assertThat(reasons(sketch, Direction.BACK, B, facts))
        .as("if one of them made it")
        .containsExactly("A ORIGIN_REACHED");
  }

  @Test
  void wantsASaleOfWhatATerminalOperatorMadeItself() {
    SomeFacts facts =
        new SomeFacts().holding(A, true, 10, 0, 0, 0, 0, 0).lot(A.lot(), "origin", "2026-11-01");

    assertThat(reasons(new Sketch(), Direction.FORWARD, A, facts)).containsExactly("A WAY_ENDS");
  }

  @Test
  void reachesTheOriginWhereItWasMadeOfNothing() {
    SomeFacts facts =
        new SomeFacts()
            .holding(A, false, 10, 0, 10, 0, 0, 0)
            .making(A, "PRODUCE", false)
            .lot(A.lot(), "origin", "2026-11-01");

    assertThat(reasons(new Sketch().hop("A", "B"), Direction.BACK, B, facts))
        .containsExactly("A ORIGIN_REACHED");
    assertThat(reasons(new Sketch().hop("A", "B").made("A", "I", "L"), Direction.BACK, B, facts))
        .as("but goes on to what it was made of")
        .doesNotContain("A ORIGIN_REACHED");
  }

  @Test
  void saysThatAMakingWasWithdrawn() {
    SomeFacts facts =
        new SomeFacts()
            .holding(A, false, 0, 0, 10, 0, 0, 0)
            .making(A, "PRODUCE", true)
            .lot(A.lot(), "void", "2026-11-01");

    assertThat(reasons(new Sketch().hop("A", "B"), Direction.BACK, B, facts))
        .containsExactly("A VOIDED");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0, false, B, NO_RECEIPT, ",
    "5, 0, true, B, VOIDED, RECEIPT",
    "0, 5, false, B, NO_SHIPMENT, ",
    "0, 5, true, B, VOIDED, SHIPMENT",
    "5, 9, false, B, TOO_MUCH_RECEIVED, ",
    "0, 0, false, B, VOIDED, BOTH",
    "5, 0, true, licence:J, OFF_CHAIN, ",
    "5, 0, false, name:J, OFF_CHAIN, "
  })
  void saysWhatIsWrongWithAHop(
      long shipped, long received, boolean voided, String buyer, Reason reason, End.Side side) {
    Hop hop = new Hop(A, at("L", buyer), "", shipped, received, false, false);

    End end = EndRules.ofHop(hop, new LinkEvents(null, null, null, 0, List.of(), voided, voided));

    assertThat(end)
        .isInstanceOfSatisfying(End.AtHop.class, at -> assertThat(at.voided()).isEqualTo(side));
    assertThat(end.reason()).isEqualTo(reason);
  }

  @Test
  void namesOnlyTheFirstThingMissingOnTheWayOfTheChain() {
    SomeFacts facts = maker().lot(A.lot(), "origin", "2026-11-01");
    Sketch sketch = new Sketch().hop("L", "A", "B", 5, 0).hop("L", "B", "C", 5, 0);
    Graph graph =
        sketch.walk(new Walk(Direction.FORWARD, Through.MATCHED, 100, 100, Roots.at(Set.of(A))));

    assertThat(reasons(graph, facts)).containsExactly("B NO_RECEIPT");
  }

  private static SomeFacts maker() {
    return new SomeFacts().holding(A, false, 100, 0, 10, 0, 0, 0);
  }

  private static List<String> reasons(
      Sketch sketch, Direction direction, HoldingId start, SomeFacts facts) {
    return reasons(sketch.walk(direction, start), facts);
  }

  private static List<String> reasons(Graph graph, SomeFacts facts) {
    Sight sight = Sight.all(graph);
    Page page = Page.of(sight, sight.nodes(), 0, 1000);
    return new EndRules(graph, sight, facts.facts(), TODAY)
        .of(page).stream().map(end -> end.node().party() + " " + end.reason()).toList();
  }
}
