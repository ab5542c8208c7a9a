package org.shilian.chain.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Mention;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TradeException;
import org.shilian.chain.trade.Unit;
import org.shilian.epcis.ObjectEvent;
import org.shilian.epcis.QuantityElement;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Sscc;

/**
 * What an EPCIS event lists as its objects, inputs, outputs or children. Classes and instances that
 * GS1 has no key for, or that are of no known lot, are passed over where lots are asked for.
 *
 * @param lotOfAll the lot that the event's master data give to all of them; else null
 */
record ObjectList(
    List<QuantityElement> quantities, List<String> instances, @Nullable Lot lotOfAll) {
  /** What counts things that no unit is given for (EPCIS 2.0 §7.3.3.3). */
  private static final Unit PIECE = Unit.of("H87");

  /**
   * How much of which lots. Classes without a quantity are left out, items that are named one by
   * one count as pieces.
   *
   * @param serials the serials of items that are counted in the quantities
   */
  List<Line> lines(LineSerials serials) {
    List<Line> lines = new ArrayList<>(quantities.size());
    for (QuantityElement element : quantities) {
      LotKey lot = lot(KeyUri.link(element.epcClass()));
      BigDecimal quantity = element.quantity();
      if (lot != null && quantity != null && quantity.signum() != 0) {
        Unit unit = element.uom() == null ? PIECE : Unit.of(element.uom());
        lines.add(line(lot, new Quantity(quantity, unit), serials.take(lot, lines.size() + 1)));
      }
    }
    items()
        .forEach(
            (lot, items) ->
                lines.add(line(lot, new Quantity(BigDecimal.valueOf(items.size()), PIECE), items)));
    return lines;
  }

  private static Line line(LotKey lot, Quantity quantity, List<Serial> serials) {
    return new Line(lot.gtin(), lot.lot(), quantity, serials);
  }

  /** The lots of classes and items, each time they are named. */
  List<LotKey> lots() {
    List<LotKey> lots = new ArrayList<>(quantities.size());
    for (QuantityElement element : quantities) {
      LotKey lot = lot(KeyUri.link(element.epcClass()));
      if (lot != null) {
        lots.add(lot);
      }
    }
    lots.addAll(items().keySet());
    return lots;
  }

  /** The boxes and items, of known lots or not, as they are found by. */
  List<String> mentions() {
    List<String> mentions = new ArrayList<>();
    for (Sscc box : KeyUri.boxes(instances)) {
      mentions.add(Mention.box(box));
    }
    for (String instance : instances) {
      DigitalLink link = KeyUri.link(instance);
      Gtin gtin = link == null ? null : link.gtin();
      Serial serial = link == null ? null : link.serial();
      if (gtin != null && serial != null) {
        mentions.add(Mention.item(gtin, serial));
      }
    }
    return mentions;
  }

  /** The lots that are named as classes, in their order. */
  static List<LotKey> named(List<QuantityElement> quantities) {
    return new ObjectList(quantities, List.of(), null).lots();
  }

  /** The one lot that is named as a class. */
  static LotKey onlyLot(List<QuantityElement> quantities) {
    List<LotKey> lots = named(quantities);
    if (lots.size() != 1) {
      throw new TradeException("quantityList", lots.toString(), "must be one GTIN and lot");
    }
    return lots.get(0);
  }

  /** The eventID of the one record that is the event's object. */
  static String onlyRecord(ObjectEvent object) {
    if (object.epcList().size() != 1) {
      throw new TradeException("epcList", object.epcList().toString(), "must be one eventID");
    }
    return object.epcList().get(0);
  }

  private Map<LotKey, List<Serial>> items() {
    Map<LotKey, List<Serial>> items = new LinkedHashMap<>();
    for (String uri : instances) {
      DigitalLink link = KeyUri.link(uri);
      Serial serial = link == null ? null : link.serial();
      LotKey lot = lot(link);
      if (serial != null && lot != null) {
        items.computeIfAbsent(lot, key -> new ArrayList<>()).add(serial);
      }
    }
    return items;
  }

  private @Nullable LotKey lot(@Nullable DigitalLink link) {
    LotKey own = KeyUri.lot(link);
    Gtin gtin = link == null ? null : link.gtin();
    return own != null || gtin == null || lotOfAll == null ? own : new LotKey(gtin, lotOfAll);
  }
}
