package org.shilian.codes.order;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.shilian.codes.file.Part;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gdti;
import org.shilian.serial.ItemKey;
import org.shilian.serial.OrderSerials;

/** The codes of a roll, made one after the other. Used by one thread. */
final class OrderCodes implements Iterator<PrintedOrderCode> {
  private final OrderRoll roll;
  private final String operator;
  private final OrderSerials serials;
  private final String type;
  private final String link;
  private final String symbolText;
  private final long end;
  private long next;

  /**
   * The codes of a roll, or of a part of it.
   *
   * @param key the one that the roll names
   * @param operator the name of whoever they belong to
   * @param base scheme, host and perhaps a path of the resolver that the codes lead to
   */
  OrderCodes(OrderRoll roll, Part part, ItemKey key, String operator, String base) {
    this.roll = roll;
    this.operator = operator;
    type = roll.type().value();
    serials = new OrderSerials(key, type);
    DigitalLink document = DigitalLink.ofDocument(roll.type());
    link = document.toUri(base);
    symbolText = document.toUpperCaseUri(base);
    next = roll.first() + part.from();
    end = next + part.count();
  }

  /** The first code of a roll. */
  static Gdti first(OrderRoll roll, ItemKey key) {
    return new Gdti(
        roll.type().value() + new OrderSerials(key, roll.type().value()).serial(roll.first()));
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  @Override
  public PrintedOrderCode next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    String serial = serials.serial(next);
    next++;
    return new PrintedOrderCode(
        link + serial, symbolText + serial, type + serial, roll.kind(), operator);
  }
}
