package org.shilian.ledger.trace.view;

import static org.shilian.ledger.trace.graph.Sketch.at;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.ledger.trace.graph.HoldingId;

/** A small page of a trace, with what is hard to write down. */
final class Sample {
  static final HoldingId MAKER = at("A/1", "91331122MA2000000D");
  static final HoldingId MARKET = at("A/1", "name:=夜市, \"一\"");
  static final HoldingId ELSEWHERE = at("B_1", "91331122MA2000000D");
  static final Cards CARDS = new Cards(Map.of(), Map.of(), Map.of());

  private static final Instant MORNING = Instant.parse("2026-11-03T00:15:00.5Z");

  private Sample() {}

  static TraceView page() {
    return new TraceView(
        "forward",
        Map.of("gtin", "09521234000013", "lot", "A/1"),
        MORNING,
        20,
        1000,
        new TraceView.Total(3, 2),
        true,
        List.of(node(MAKER, "12.5"), node(MARKET, null)),
        List.of(
            new LinkView(
                ELSEWHERE.text(),
                MAKER.text(),
                LinkView.MADE_INTO,
                null,
                null,
                null,
                new BigDecimal("3"),
                "KGM",
                null,
                null,
                MORNING.minusSeconds(60),
                true,
                null,
                List.of("urn:e:1")),
            new LinkView(
                MAKER.text(),
                MARKET.text(),
                LinkView.HOP,
                "PO,1",
                new BigDecimal("25"),
                BigDecimal.ZERO,
                null,
                "KGM",
                MORNING,
                null,
                null,
                false,
                "no-receipt",
                List.of("urn:e:2", "urn:e:3"))),
        List.of(
            new EvidenceView(
                "09521234000013",
                "A/1",
                List.of(
                    new EvidenceView.MakingView(
                        "urn:e:1", "PRODUCE", MORNING.minusSeconds(60), MAKER.party(), null, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                    new EvidenceView.VoucherView(
                        "urn:e:2", MARKET.party(), MAKER.party(), "PO,1", List.of("FP-1", "FP-2"))),
                List.of())),
        List.of(),
        List.of(
            new EndView(
                MARKET.text(),
                "09521234000013",
                "A/1",
                MARKET.party(),
                "off-chain",
                false,
                "says \"that\u0001\"",
                null,
                "KGM",
                new EndView.OfHop(
                    MAKER.party(),
                    MARKET.party(),
                    "PO,1",
                    new BigDecimal("25"),
                    null,
                    MORNING,
                    null),
                null),
            new EndView(
                MAKER.text(),
                "09521234000013",
                "A/1",
                MAKER.party(),
                "never-received",
                true,
                "passed on",
                null,
                "KGM",
                null,
                EndView.OfHolding.passedOn(new BigDecimal("25")))),
        null,
        null);
  }

  private static NodeView node(HoldingId id, @Nullable String made) {
    BigDecimal quantity = made == null ? null : new BigDecimal(made);
    return new NodeView(
        id.text(),
        0,
        made == null ? null : true,
        id.lot().gtin().value(),
        id.lot().lot().value(),
        id.party(),
        id.offChain() ? true : null,
        CARDS.name(id.party()),
        null,
        null,
        null,
        null,
        "KGM",
        quantity,
        quantity,
        quantity,
        quantity,
        quantity,
        quantity,
        quantity,
        "origin",
        MAKER.party(),
        LocalDate.parse("2026-11-01"),
        null,
        true,
        null);
  }
}
