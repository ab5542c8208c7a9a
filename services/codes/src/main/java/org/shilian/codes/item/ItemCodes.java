package org.shilian.codes.item;

import java.util.NoSuchElementException;
import org.shilian.codes.file.IssuedCode;
import org.shilian.codes.file.IssuedCodes;
import org.shilian.codes.file.Part;
import org.shilian.gs1.DigitalLink;
import org.shilian.serial.ItemKey;
import org.shilian.serial.ItemSerials;

/** The codes of a range, made one after the other. Used by one thread. */
final class ItemCodes implements IssuedCodes {
  private static final String SERIAL = "/21/";

  private final ItemSerials serials;
  private final String link;
  private final String symbolText;
  private final long end;
  private long next;

  /**
   * The codes of a range, or of a part of it.
   *
   * @param key the one that the range names
   * @param base scheme, host and perhaps a path of the resolver that the codes lead to
   */
  ItemCodes(ItemRange range, Part part, ItemKey key, String base) {
    serials = new ItemSerials(key, range.gtin(), range.lot());
    link = DigitalLink.ofBatch(range.gtin(), range.lot()).toUri(base) + SERIAL;
    symbolText = prefix(range, base);
    next = range.first() + part.from();
    end = next + part.count();
  }

  /** What the text of every symbol of the range starts with; the serial follows. */
  static String prefix(ItemRange range, String base) {
    return DigitalLink.ofBatch(range.gtin(), range.lot()).toUpperCaseUri(base) + SERIAL;
  }

  @Override
  public String nameOfNames() {
    return "serial";
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  @Override
  public IssuedCode next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    String serial = serials.serial(next);
    next++;
    return new IssuedCode(link + serial, symbolText + serial, serial);
  }
}
