package org.shilian.ledger.trace;

import static org.shilian.ledger.trace.Story.line;
import static org.shilian.ledger.trace.Story.off;

import java.util.ArrayList;
import java.util.List;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Sscc;

/** All that happened in the town before the tests ask. */
final class Stories {
  static final LotKey RAW = Town.lot(Town.RAW, "RAW-1");
  static final LotKey DUCK = Town.lot(Town.DUCK, "DUCK-1");
  static final LotKey SMALL = Town.lot(Town.DUCK, "SMALL-1");
  static final Sscc BOX = new Sscc("095212340000000013");

  private Stories() {}

  static List<TradeEvent> all() {
    List<TradeEvent> all = new ArrayList<>();
    for (Story story :
        List.of(
            lunch(),
            gaps(),
            young(),
            hearsay(),
            withdrawn(),
            ring(),
            line25(),
            imports(),
            items(),
            many())) {
      all.addAll(story.events());
    }
    return all;
  }

  /** A raw duck from the farm becomes a duck, which a dealer repacks and a school serves. */
  private static Story lunch() {
    Story story = new Story("lunch").on(0);
    story.makes("farm", line(RAW, "200"));
    story.certifies("farm", RAW);
    story.delivers("farm", "maker", "PO-RAW", line(RAW, "150"));
    story.on(1).makes("maker", line(DUCK, "100"), line(RAW, "140"));
    story.tests("maker", DUCK);
    story.on(2).shipsInBox("maker", "dealer1", "PO-1", BOX, line(DUCK, "60"));
    story.measures("maker", null, BOX, "2.5", "6.5", "3");
    story.receivesAll("dealer1", "maker", "PO-1", "FP-1", "FP-2");
    story.measures("dealer1", DUCK, null, "1.5", "4");
    story.inspects("bureau", "dealer1", DUCK);
    story.tests("dealer2", DUCK);
    story.on(3).repacks("dealer1", line(SMALL, "20"), line(DUCK, "20"));
    story.delivers("dealer1", "shop", "PO-2", line(DUCK, "20"));
    story.delivers("dealer1", "school", "PO-3", line(SMALL, "15"));
    story.delivers("dealer1", "corner", null, line(DUCK, "5"));
    story.on(4).sells("shop", line(DUCK, "12"));
    story.uses("school", line(SMALL, "15"));
    story.on(5).recalls("bureau", RAW);
    story.on(6).sells("shop", line(DUCK, "1"));
    return story;
  }

  /** One lot that goes wrong in every way. */
  private static Story gaps() {
    LotKey lot = Town.lot(Town.DUCK, "GAP-1");
    Story story = new Story("gaps").on(0);
    story.makes("maker", line(lot, "1000"));
    story.on(2).ships("maker", "dealer1", "G-1", line(lot, "25"));
    story.receives("dealer1", "maker", "G-1", line(lot, "40"));
    story.sells("dealer1", line(lot, "4"));
    story.ships("maker", "dealer2", "G-2", line(lot, "30"));
    story.delivers("maker", "dealer3", "G-3", line(lot, "30"));
    story.receives("dealer4", "maker", "G-4", line(lot, "10"));
    story.sells("dealer5", line(lot, "3"));
    story.ships("maker", off("JY1", "Night market"), "G-6", line(lot, "7"));
    story.ships("maker", "dealer6", "G-7", line(lot, "8"));
    story.receives("dealer6", "maker", "G-7", line(lot, "8"));
    story.withdraws("dealer6");
    story.ships("maker", "dealer7", "G-8", line(lot, "9"));
    story.withdraws("maker");
    story.receives("dealer7", "maker", "G-8", line(lot, "9"));
    story.ships("maker", "dealer8", "G-9", line(lot, "9"));
    story.withdraws("maker");
    story.delivers("maker", "dealer9", "G-10", line(lot, "6"));
    story.destroys("dealer9", line(lot, "6"));
    story.delivers("maker", "shop", "G-11", line(lot, "5"));
    story.sells("shop", line(lot, "5"));
    return story;
  }

  private static Story young() {
    LotKey lot = Town.lot(Town.DUCK, "YOUNG-1");
    Story story = new Story("young").on(50);
    story.makes("maker", line(lot, "10"));
    story.delivers("maker", "dealer1", null, line(lot, "4"));
    story.delivers("maker", "shop", null, line(lot, "4"));
    return story;
  }

  /** Lots that nobody said who made. */
  private static Story hearsay() {
    LotKey lot = Town.lot(Town.DUCK, "HEARSAY-1");
    LotKey input = Town.lot(Town.RAW, "HEARSAY-2");
    Story story = new Story("hearsay").on(1);
    story.delivers("dealer1", "shop", null, line(lot, "10"));
    story.makes("school", line(Town.lot(Town.DISH, "DISH-1"), "5"), line(input, "4"));
    story.uses("school", line(Town.lot(Town.DISH, "DISH-1"), "5"));
    story.receives(
        "shop", off("JY2", "Grandmother"), null, line(Town.lot(Town.DUCK, "HEARSAY-3"), "2"));
    return story;
  }

  private static Story withdrawn() {
    LotKey lot = Town.lot(Town.DUCK, "WITHDRAWN-1");
    Story story = new Story("withdrawn").on(1);
    story.makes("maker", line(lot, "10"));
    story.withdraws("maker");
    story.delivers("maker", "shop", null, line(lot, "10"));
    return story;
  }

  /** A lot that comes back to where it was, before it goes on to a shop. */
  private static Story ring() {
    LotKey lot = Town.lot(Town.DUCK, "RING-1");
    Story story = new Story("ring").on(1);
    story.makes("maker", line(lot, "100"));
    story.delivers("maker", "dealer1", "R-1", line(lot, "50"));
    story.delivers("dealer1", "dealer3", "R-2", line(lot, "40"));
    story.delivers("dealer3", "dealer1", "R-3", line(lot, "30"));
    story.delivers("dealer3", "shop", "R-4", line(lot, "10"));
    story.sells("shop", line(lot, "10"));
    LotKey pure = Town.lot(Town.DUCK, "RING-2");
    story.delivers("dealer1", "dealer3", null, line(pure, "1"));
    story.delivers("dealer3", "dealer1", null, line(pure, "1"));
    return story;
  }

  /** A lot that goes through eight dealers. */
  private static Story line25() {
    LotKey lot = Town.lot(Town.MILK, "LINE-1");
    Story story = new Story("line").on(1);
    story.makes("maker", line(lot, "10"));
    story.delivers("maker", "dealer1", null, line(lot, "10"));
    for (int i = 1; i < 8; i++) {
      story.delivers("dealer" + i, "dealer" + (i + 1), null, line(lot, "10"));
    }
    return story;
  }

  private static Story imports() {
    LotKey lot = Town.lot(Town.MILK, "IMPORT/1");
    Story story = new Story("imports").on(1);
    story.bringsIn("importer", line(lot, "100"));
    story.delivers("importer", "dealer2", null, line(lot, "50"));
    story.delivers("dealer2", "dealer1", null, line(lot, "40"));
    story.delivers("dealer1", "shop", null, line(lot, "30"));
    return story;
  }

  private static Story items() {
    LotKey lot = Town.lot(Town.DUCK, "ITEM-1");
    Story story = new Story("items").on(1);
    story.makes("maker", line(lot, "3", "A1", "A2", "A3"));
    story.ships("maker", "dealer1", "I-1", line(lot, "2", "A1", "A2"));
    story.receives("dealer1", "maker", "I-1", line(lot, "2"));
    story.ships("dealer1", "shop", "I-2", line(lot, "1", "A1"));
    return story;
  }

  /** A lot at 150 stalls, each of which made something of it. */
  private static Story many() {
    LotKey lot = Town.lot(Town.RAW, "MANY-1");
    Story story = new Story("many").on(1);
    story.makes("farm", line(lot, "1000"));
    for (int i = 0; i < 150; i++) {
      String stall = "stall" + i;
      story.delivers("farm", stall, "M-" + i, line(lot, "2"));
      story.makes(stall, line(Town.lot(Town.DISH, "S" + i), "2"), line(lot, "2"));
      story.sells(stall, line(Town.lot(Town.DISH, "S" + i), "2"));
    }
    return story;
  }
}
