package org.shilian.codes.sscc;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.shilian.codes.file.Part;

/** The codes of a range, or of a part of it, made one after the other. Used by one thread. */
final class SsccCodes implements Iterator<SsccCode> {
  private final SsccRange range;
  private final String shipper;
  private final String base;
  private final long end;
  private long next;

  SsccCodes(SsccRange range, Part part, String shipper, String base) {
    this.range = range;
    this.shipper = shipper;
    this.base = base;
    this.next = part.from();
    this.end = part.from() + part.count();
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  @Override
  public SsccCode next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    SsccCode code = SsccCode.of(range.sscc(next), shipper, base);
    next++;
    return code;
  }
}
