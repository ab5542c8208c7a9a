package org.shilian.simulator.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shilian.simulator.county.County;
import org.shilian.simulator.filing.Expected;
import org.shilian.simulator.filing.Filing;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Voiding;

class TradeDaysTest {
  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

  private static List<Filing> month(long seed, String run) {
    return filings(30, new TradeDays.Plan(seed, run, LAST.minusDays(29), LAST, 3_000));
  }

  private static List<Filing> filings(int operators, TradeDays.Plan plan) {
    TradeDays days = new TradeDays(County.of(plan.seed(), operators), plan);
    List<Filing> filings = new ArrayList<>();
    days.forEachRemaining(day -> filings.addAll(day.filings()));
    return filings;
  }

  private static List<String> texts(List<Filing> filings) {
    return filings.stream().map(f -> f.by().uscc() + f.event().toJson() + f.expected()).toList();
  }

  @Test
  void givesTheSameUploadsForTheSameSeed() {
    assertThat(texts(month(5, "ABCDE"))).isEqualTo(texts(month(5, "ABCDE")));
  }

  @Test
  void givesOtherUploadsForAnotherSeed() {
    assertThat(texts(month(5, "ABCDE"))).isNotEqualTo(texts(month(6, "ABCDE")));
  }

  @Test
  void sharesNoLotAndNoEventIdWithAnotherRunOfTheSameCounty() {
    Set<String> one = names(month(5, "ABCDE"));
    Set<String> other = names(month(5, "FGHJK"));
    assertThat(Collections.disjoint(one, other)).isTrue();
  }

  private static Set<String> names(List<Filing> filings) {
    Set<String> names = new HashSet<>();
    for (Filing filing : filings) {
      if (filing.event().eventId() != null) {
        names.add(filing.event().eventId());
      }
      filing.event().lines().forEach(line -> names.add(line.lot()));
    }
    return names;
  }

  @Test
  void comesCloseToTheWantedNumberOfEvents() {
    assertThat(filings(80, new TradeDays.Plan(5, "ABCDE", LAST.minusDays(29), LAST, 20_000)))
        .hasSizeBetween(19_600, 20_400);
    assertThat(filings(21, new TradeDays.Plan(5, "ABCDE", LAST.minusDays(13), LAST, 1_500)))
        .hasSizeBetween(1_400, 1_600);
  }

  @Test
  void letsEveryMishapHappen() {
    TradeDays days =
        new TradeDays(
            County.of(5, 80), new TradeDays.Plan(5, "ABCDE", LAST.minusDays(29), LAST, 20_000));
    days.forEachRemaining(day -> {});
    assertThat(days.mishaps()).containsOnlyKeys(Mishap.values());
  }

  @Test
  void usesEveryTypeOfEvent() {
    assertThat(
            month(5, "ABCDE").stream()
                .filter(filing -> filing.expected() == Expected.ACCEPTED)
                .map(filing -> filing.event().toJson().path("type").asText()))
        .contains("PRODUCE", "FIRST_IN", "REPACK", "SHIP", "RECEIVE", "SELL", "USE", "DISPOSE")
        .contains("TEST", "CERTIFY", "TEMPERATURE", "SAMPLE", "SEAL", "INSPECT")
        .contains("HOLD", "RELEASE", "RECALL", "RECALL_ACK", "CLOSE", "VOID");
  }

  @Test
  void postsADuplicateAfterTheOriginal() {
    Set<Long> seen = new HashSet<>();
    long tooEarly = 0;
    for (Filing filing : month(5, "ABCDE")) {
      long number = filing.event().number();
      tooEarly += filing.expected() == Expected.DUPLICATE && !seen.contains(number) ? 1 : 0;
      seen.add(number);
    }
    assertThat(tooEarly).isZero();
  }

  @Test
  void voidsEventsByTheirIdAndHardlyEverThoseOfOthers() {
    Map<Long, Filing> byNumber = new HashMap<>();
    List<Filing> filings = month(5, "ABCDE");
    filings.forEach(filing -> byNumber.putIfAbsent(filing.event().number(), filing));
    int own = 0;
    int others = 0;
    for (Filing filing : filings) {
      if (filing.event().detail() instanceof Voiding voiding
          && byNumber.get(voiding.event()) != null) {
        Filing voided = byNumber.get(voiding.event());
        assertThat(voided.event().eventId()).isEqualTo(voiding.eventId());
        if (voided.by().equals(filing.by())) {
          own++;
        } else {
          others++;
        }
      }
    }
    assertThat(own).isPositive();
    assertThat(others).isBetween(1, own / 4);
  }

  @Test
  void postsEveryTypeOfEvent() {
    Set<String> types = new HashSet<>();
    filings(80, new TradeDays.Plan(5, "ABCDE", LAST.minusDays(29), LAST, 20_000))
        .forEach(filing -> types.add(filing.event().detail().type()));
    assertThat(types)
        .containsExactlyInAnyOrder(
            "PRODUCE",
            "FIRST_IN",
            "REPACK",
            "SHIP",
            "RECEIVE",
            "SELL",
            "USE",
            "DISPOSE",
            "TEST",
            "CERTIFY",
            "TEMPERATURE",
            "SAMPLE",
            "SEAL",
            "INSPECT",
            "HOLD",
            "RELEASE",
            "RECALL",
            "RECALL_ACK",
            "CLOSE",
            "VOID");
  }

  @Test
  void writesLotNumbersAndQuantitiesThePlatformTakes() {
    Pattern lots = Pattern.compile("[0-9A-Z-]{1,20}");
    assertThat(month(5, "ABCDE").stream().flatMap(filing -> filing.event().lines().stream()))
        .filteredOn(line -> !lots.matcher(line.lot()).matches() || line.millionths() <= 0)
        .isEmpty();
  }

  @Test
  void writesGramsOfAKilogram() {
    Line line = new Line("1", "A", 12_500_000, "GRM", List.of());
    assertThat(json(line))
        .isEqualTo("{\"gtin\":\"1\",\"lot\":\"A\",\"quantity\":12500,\"uom\":\"GRM\"}");
    assertThat(json(line.withUom("KGM"))).contains("\"quantity\":12.5,");
    assertThat(json(line.withUom(null))).endsWith("\"quantity\":12.5}");
  }

  private static String json(Line line) {
    var json = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    line.writeTo(json);
    return json.toString();
  }
}
