package org.shilian.codes.sscc;

import java.util.List;
import org.shilian.codes.file.CodeSource;
import org.shilian.codes.file.Part;

/**
 * The codes of a range, for a file.
 *
 * @param shipper the name of whom they were issued for
 * @param base scheme, host and perhaps a path of the resolver that the codes lead to
 */
record SsccCodeSource(SsccRange range, String shipper, String base) implements CodeSource {
  @Override
  public List<String> columns() {
    return SsccCode.COLUMNS;
  }

  @Override
  public long count() {
    return range.count();
  }

  @Override
  public SsccCodes codes(Part part) {
    return new SsccCodes(range, part, shipper, base);
  }

  @Override
  public List<SsccCode> widest() {
    return List.of(SsccCode.of(range.sscc(0), shipper, base));
  }
}
