package org.shilian.ledger.trace.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilian.ledger.trace.graph.Sketch.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.shilian.gs1.Gtin;
import org.shilian.ledger.append.Position;
import org.shilian.ledger.trace.end.End;
import org.shilian.ledger.trace.end.Reason;
import org.shilian.ledger.trace.facts.HoldingFacts;
import org.shilian.ledger.trace.facts.LinkEvents;
import org.shilian.ledger.trace.facts.LotFacts;
import org.shilian.ledger.trace.facts.Making;
import org.shilian.ledger.trace.graph.Hop;

class SentencesTest {
  private static final Instant EVENING = Instant.parse("2026-11-02T18:00:00Z");
  private static final LinkEvents EVENTS =
      new LinkEvents(EVENING, EVENING, null, 0, List.of(), false, false);

  private static final Names NAMES =
      new Names() {
        @Override
        public String party(String party) {
          return "Firm " + party;
        }

        @Override
        public @Nullable String unit(Gtin gtin) {
          return "KGM";
        }
      };

  @Test
  void countsDaysAndSetsThousandsApart() {
    End end = new End.AtHop(hop(1_500_000_000L, 0), EVENTS, Reason.NO_RECEIPT, null);

    assertThat(sentence(Language.ENGLISH, end))
        .isEqualTo(
            "Firm A shipped 1,500 kg to Firm B on 3 November 2026; Firm B recorded no receipt.");
    assertThat(sentence(Language.CHINESE, end))
        .isEqualTo("Firm A于2026年11月3日向Firm B发出 1,500 千克，Firm B没有收货记录。");
  }

  /** The switch over the reasons has a default, so that this has to watch over it. */
  @ParameterizedTest
  @EnumSource(Reason.class)
  void hasASentenceForEveryReasonInBothLanguages(Reason reason) {
    List<End> ends = new ArrayList<>();
    switch (reason) {
      case NO_SHIPMENT, NO_RECEIPT, TOO_MUCH_RECEIVED -> ends.add(atHop(reason, null));
      case OFF_CHAIN -> {
        ends.add(atHop(reason, null));
        ends.add(new End.AtHop(hop(5, 0), EVENTS, reason, null));
      }
      case VOIDED -> {
        for (End.Side side : List.of(End.Side.SHIPMENT, End.Side.RECEIPT, End.Side.BOTH)) {
          ends.add(atHop(reason, side));
        }
        ends.add(atHolding(reason));
      }
      default -> ends.add(atHolding(reason));
    }
    for (End end : ends) {
      assertThat(sentence(Language.ENGLISH, end)).contains("Firm").endsWith(".");
      assertThat(sentence(Language.CHINESE, end)).contains("Firm").endsWith("。");
    }
  }

  @Test
  void doesNotSayHowMuchAPartnerHas() {
    End end = atHolding(Reason.NEVER_RECEIVED);

    assertThat(new Sentences(Language.ENGLISH, NAMES).of(end, false)).doesNotContain("kg");
    assertThat(new Sentences(Language.ENGLISH, NAMES).of(end, true)).contains("kg");
  }

  @ParameterizedTest
  @CsvSource({
    "1500000, KGM, 1.5",
    "1500000, GRM, 1500",
    "100000000, KGM, 100",
    "1, MLT, 0.001",
    "2000000, H87, 2",
    "2000000, , 2",
    "0, KGM, 0"
  })
  void countsInTheProductsUnit(long micros, @Nullable String unit, String number) {
    assertThat(new Amount(micros, unit).number().toPlainString()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "en, en",
    "en-GB;q=0.8, en",
    "'fr, en;q=0.5', en",
    "'zh-TW, en;q=0.5', zh-CN",
    "fr, zh-CN",
    "'', zh-CN",
    "'%%%', zh-CN"
  })
  void speaksTheLanguageThatIsUnderstood(String accepted, String tag) {
    assertThat(Language.of(accepted).tag()).isEqualTo(tag);
  }

  private static String sentence(Language language, End end) {
    return new Sentences(language, NAMES).of(end, true);
  }

  private static Hop hop(long shipped, long received) {
    return new Hop(at("L", "A"), at("L", "B"), "", shipped, received, false, false);
  }

  private static End atHop(Reason reason, End.@Nullable Side voided) {
    return new End.AtHop(hop(25_000_000, 40_000_000), EVENTS, reason, voided);
  }

  private static End atHolding(Reason reason) {
    LocalDate day = LocalDate.parse("2026-11-01");
    return new End.AtHolding(
        at("L", "A"),
        reason,
        new HoldingFacts(10_000_000, 0, 0, 2_000_000, 1_000_000, 3_000_000, true),
        new LotFacts("origin", "A", day, day, false, day),
        new Making("urn:e:1", new Position(1, 1), "PRODUCE", EVENING, "A", day, day, false),
        3);
  }
}
