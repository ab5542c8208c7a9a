package org.shilian.symbol.label;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Lot;
import org.shilian.symbol.Symbol;

/**
 * What a label says.
 *
 * @param symbol its code
 * @param beside a second code, such as the old bar code while tills learn to read the new one; or
 *     null
 * @param product what is in the package; may be empty
 * @param lines more for people, one below the other
 * @param invitation what the code is for, such as 扫码追溯; may be empty
 */
public record Label(
    Symbol symbol, @Nullable Symbol beside, String product, List<String> lines, String invitation) {
  /** What people are told to do with the code, unless something else is given. */
  public static final String SCAN_TO_TRACE = "扫码追溯";

  /** Copies the lines. */
  public Label {
    lines = List.copyOf(lines);
  }

  /**
   * The label of a batch.
   *
   * @param lot printed behind 批号
   * @param produced printed behind 生产日期, or null if it is not on the label
   * @param expires printed behind 保质期至, or null if it is not on the label
   */
  public static Label ofBatch(
      Symbol symbol,
      String product,
      Lot lot,
      @Nullable LocalDate produced,
      @Nullable LocalDate expires) {
    List<String> lines = new ArrayList<>();
    lines.add("批号 " + lot);
    if (produced != null) {
      lines.add("生产日期 " + produced);
    }
    if (expires != null) {
      lines.add("保质期至 " + expires);
    }
    return new Label(symbol, null, product, lines, SCAN_TO_TRACE);
  }

  /** The same with a second code beside the first. */
  public Label beside(Symbol second) {
    return new Label(symbol, second, product, lines, invitation);
  }
}
