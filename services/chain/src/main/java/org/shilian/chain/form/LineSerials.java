package org.shilian.chain.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.TradeException;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Serial;

/**
 * The serials of items that are counted in quantities of their lots, in {@link Terms#SERIALS}: the
 * Digital Link of each; with the place of its line, from 1, where the lot stands on several.
 */
final class LineSerials {
  private static final String ITEM = "shilian:item";
  private static final String LINE = "shilian:line";
  private static final int ANY = 0;

  private final Map<LotKey, Map<Integer, List<Serial>>> known = new HashMap<>();

  private LineSerials() {}

  /** Says the serials of these lines. */
  static void write(List<Line> lines, ArrayNode out) {
    Set<LotKey> once = new HashSet<>();
    Set<LotKey> again = new HashSet<>();
    lines.stream().map(Line::key).filter(lot -> !once.add(lot)).forEach(again::add);
    for (int i = 0; i < lines.size(); i++) {
      LotKey lot = lines.get(i).key();
      for (Serial serial : lines.get(i).serials()) {
        String item = KeyUri.of(lot, serial);
        if (again.contains(lot)) {
          out.addObject().put(ITEM, item).put(LINE, i + 1);
        } else {
          out.add(item);
        }
      }
    }
  }

  /** What the event says of serials. */
  static LineSerials read(Members extensions) {
    LineSerials serials = new LineSerials();
    for (JsonNode said : extensions.list(Terms.SERIALS)) {
      String item = said.isTextual() ? said.textValue() : said.path(ITEM).asText();
      DigitalLink link = KeyUri.link(item);
      LotKey lot = KeyUri.lot(link);
      Serial serial = link == null ? null : link.serial();
      if (lot == null || serial == null) {
        throw new TradeException(
            Terms.SERIALS, said.toString(), "must be the Digital Link of an item and its lot");
      }
      serials
          .known
          .computeIfAbsent(lot, key -> new HashMap<>())
          .computeIfAbsent(said.path(LINE).asInt(ANY), key -> new ArrayList<>())
          .add(serial);
    }
    return serials;
  }

  /**
   * The serials of a line, which are then gone.
   *
   * @param place its place among the lines, from 1
   */
  List<Serial> take(LotKey lot, int place) {
    Map<Integer, List<Serial>> ofLot = known.get(lot);
    if (ofLot == null) {
      return List.of();
    }
    List<Serial> ofLine = ofLot.remove(place);
    List<Serial> ofAny = ofLot.remove(ANY);
    List<Serial> serials = ofLine != null ? ofLine : ofAny;
    return serials == null ? List.of() : serials;
  }
}
