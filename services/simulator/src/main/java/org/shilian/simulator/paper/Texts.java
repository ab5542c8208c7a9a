package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.goods.Lot;

/** How the API spells what several types have. */
final class Texts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

  private Texts() {}

  static String time(OffsetDateTime time) {
    return TIME.format(time);
  }

  /** Leaves the field out where there is nothing to say. */
  static void putIfThere(ObjectNode json, String field, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      json.put(field, text);
    }
  }

  /** Leaves the field out where the list is empty. */
  static void putIfThere(ObjectNode json, String field, List<String> texts) {
    if (!texts.isEmpty()) {
      var array = json.putArray(field);
      texts.forEach(array::add);
    }
  }

  static <T> void putAll(
      ObjectNode json, String field, List<T> items, BiConsumer<T, ObjectNode> write) {
    var array = json.putArray(field);
    items.forEach(item -> write.accept(item, array.addObject()));
  }

  static void putLots(ObjectNode json, List<Lot> lots) {
    if (!lots.isEmpty()) {
      putAll(json, "lots", lots, (lot, node) -> putLot(node, lot));
    }
  }

  static void putLot(ObjectNode json, Lot lot) {
    json.put("gtin", lot.product().gtin());
    json.put("lot", lot.number());
  }
}
