package org.shilian.codes.item;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.shilian.codes.file.Part;
import org.shilian.gs1.DigitalLink;
import org.shilian.serial.ItemKey;
import org.shilian.serial.ItemSerials;

/**
 * The codes of a range but for those that were voided, made one after the other. Used by one
 * thread.
 */
final class ItemCodes implements Iterator<ItemCode> {
  private static final String SERIAL = "/21/";

  private final ItemSerials serials;
  private final String link;
  private final String symbolText;
  private final ItemLabel label;
  private final Iterator<ItemVoidForm.Stretch> voided;
  private final long end;
  private long next;

  /** Where the next voided counters begin and end; at the end of all if there are none left. */
  private long voidedFrom;

  private long voidedTo;

  /**
   * The codes of a range, or of a part of it.
   *
   * @param voided counters to leave out, in their order, none in two stretches
   * @param key the one that the range names
   * @param label what the labels of all of them say
   * @param base scheme, host and perhaps a path of the resolver that the codes lead to
   */
  ItemCodes(
      ItemRange range,
      Part part,
      List<ItemVoidForm.Stretch> voided,
      ItemKey key,
      ItemLabel label,
      String base) {
    this.label = label;
    serials = new ItemSerials(key, range.gtin(), range.lot());
    link = DigitalLink.ofBatch(range.gtin(), range.lot()).toUri(base) + SERIAL;
    symbolText = prefix(range, base);
    next = range.first() + part.from();
    end = next + part.count();
    this.voided = voided.iterator();
    skipVoided();
  }

  private void skipVoided() {
    while (next >= voidedFrom) {
      next = Math.max(next, voidedTo);
      ItemVoidForm.Stretch stretch = voided.hasNext() ? voided.next() : null;
      voidedFrom = stretch == null ? Long.MAX_VALUE : stretch.first();
      voidedTo = stretch == null ? Long.MAX_VALUE : stretch.first() + stretch.count();
    }
  }

  /** What the text of every symbol of the range starts with; the serial follows. */
  static String prefix(ItemRange range, String base) {
    return DigitalLink.ofBatch(range.gtin(), range.lot()).toUpperCaseUri(base) + SERIAL;
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  @Override
  public ItemCode next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    String serial = serials.serial(next);
    next++;
    skipVoided();
    return new ItemCode(link + serial, symbolText + serial, serial, label);
  }
}
