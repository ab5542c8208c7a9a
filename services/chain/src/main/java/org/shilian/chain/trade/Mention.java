package org.shilian.chain.trade;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Sscc;

/** How the keys beside a lot's are spelled, by which events can be found. */
public final class Mention {
  private Mention() {}

  /** An order, by the code that both sides use. */
  public static String order(String orderCode) {
    return "order:" + orderCode;
  }

  /** A box or pallet. */
  public static String box(Sscc sscc) {
    return "box:" + sscc.value();
  }

  /** A single item. */
  public static String item(Gtin gtin, Serial serial) {
    return "item:" + gtin.value() + ":" + serial.value();
  }

  static List<String> of(@Nullable String orderCode, List<Sscc> boxes, List<Line> lines) {
    List<String> mentions = new ArrayList<>();
    if (orderCode != null) {
      mentions.add(order(orderCode));
    }
    boxes.forEach(box -> mentions.add(box(box)));
    for (Line line : lines) {
      line.serials().forEach(serial -> mentions.add(item(line.gtin(), serial)));
    }
    return mentions.stream().distinct().toList();
  }
}
