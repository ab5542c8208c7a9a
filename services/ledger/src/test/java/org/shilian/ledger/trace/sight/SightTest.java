package org.shilian.ledger.trace.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilian.ledger.trace.graph.Sketch.at;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.Graph;
import org.shilian.ledger.trace.graph.Sketch;

class SightTest {
  /** Farm F sells I to workshop W, which makes L of it; L goes over D and E to shops S and T. */
  private static Sketch trade() {
    return new Sketch()
        .hop("I", "F", "W", 1, 1)
        .made("W", "I", "L")
        .hop("W", "D")
        .hop("D", "E")
        .hop("E", "S")
        .hop("D", "T");
  }

  private static Graph forward() {
    return trade().walk(Direction.FORWARD, at("I", "F"));
  }

  @Test
  void showsEverythingToWhoMaySeeEverything() {
    Sight sight = Sight.all(forward());

    assertThat(seen(sight)).containsExactly("I F", "I W", "L W", "L D", "L E", "L T", "L S");
    assertThat(sight.hidden()).isZero();
    assertThat(sight.linkCount()).isEqualTo(6);
  }

  @Test
  void showsAnEnterpriseItsOwnOneUpAndOneDownAndTheOrigin() {
    Sight sight =
        Sight.ofEnterprise(
            trade().walk(Direction.BACK, at("L", "S")), "S", Set.of(at("I", "F"), at("L", "W")));

    assertThat(seen(sight)).containsExactly("L S", "L E", "L W", "I F");
    assertThat(sight.hidden()).isEqualTo(2);
    assertThat(sight.linkCount()).as("only its own delivery").isEqualTo(1);
    assertThat(sight.seesInto(at("L", "S"))).isTrue();
    assertThat(sight.seesInto(at("L", "E"))).isFalse();
    assertThat(sight.isOrigin(at("I", "F"))).isTrue();
    assertThat(sight.hears("E")).isTrue();
    assertThat(sight.hears("D")).isFalse();
  }

  @Test
  void showsNoMakerOfAnotherLotInBetween() {
    Sketch longer = trade().made("E", "L", "M").hop("M", "E", "Z", 1, 1);

    Sight sight =
        Sight.ofEnterprise(
            longer.walk(Direction.BACK, at("M", "Z")),
            "Z",
            Set.of(at("I", "F"), at("L", "W"), at("M", "E")));

    assertThat(seen(sight)).containsExactly("M Z", "M E", "I F");
  }

  @Test
  void endsAnEnterprisesViewAtItsPartnersWhateverTheyDid() {
    Sight sight = Sight.ofEnterprise(forward(), "W", Set.of(at("I", "F"), at("L", "W")));

    assertThat(seen(sight)).containsExactly("I F", "I W", "L W", "L D");
    assertThat(sight.endsAt(at("L", "D"))).isTrue();
    assertThat(sight.endsAt(at("L", "W"))).isFalse();
  }

  @Test
  void showsAnEnterpriseThatHasNoPartInItNothing() {
    Sight sight = Sight.ofEnterprise(forward(), "Q", Set.of(at("I", "F"), at("L", "W")));

    assertThat(sight.nodes()).isEmpty();
  }

  @Test
  void showsAnAgencyItsRegionAndOneStepBeyond() {
    Map<String, String> regions =
        Map.of("F", "330106", "W", "331122", "D", "331122", "E", "330106", "S", "330106");

    Sight sight = Sight.ofRegion(forward(), "3311", regions);

    assertThat(seen(sight)).containsExactly("I F", "I W", "L W", "L D", "L E", "L T");
    assertThat(sight.hidden()).isEqualTo(1);
    assertThat(sight.seesInto(at("L", "E"))).isTrue();
    assertThat(sight.endsAt(at("L", "E"))).isTrue();
    assertThat(sight.endsAt(at("L", "T"))).isFalse();
    assertThat(sight.linkCount()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "331122, 331122",
    "331100, 3311",
    "330000, 33",
    "331122101, 331122101",
    "110101, 110101"
  })
  void anAgencyIsResponsibleForWhatItsRegionEncloses(String region, String beginning) {
    assertThat(Viewers.jurisdiction(region)).isEqualTo(beginning);
  }

  private static List<String> seen(Sight sight) {
    return sight.nodes().stream()
        .map(node -> node.id().lot().lot() + " " + node.id().party())
        .toList();
  }
}
