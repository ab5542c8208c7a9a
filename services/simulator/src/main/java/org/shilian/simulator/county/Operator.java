package org.shilian.simulator.county;

/**
 * An enterprise of the county.
 *
 * @param index 0, 1, 2 … in the county
 * @param uscc its 统一社会信用代码
 * @param gln its location number, under GS1's example prefix 952
 */
public record Operator(
    int index, String uscc, String name, Trade trade, Town town, String gln, Habits habits) {

  /** The kind of its food licence. */
  public String licenceKind() {
    return trade.role() == Role.PRODUCER ? "食品生产许可证" : "食品经营许可证";
  }

  /** A number in the form such licences have: two letters and fourteen digits. */
  public String licenceNumber() {
    return String.format(
            "%s%s%07d%d",
            trade.role() == Role.PRODUCER ? "SC1" : "JY1",
            Town.COUNTY,
            9_000_000 + index,
            index % 10)
        .substring(0, 16);
  }
}
