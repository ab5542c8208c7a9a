package org.shilian.chain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The numbers that decide what is matched and what has matured (design §7). No formula for the
 * chaining rate 成链率 is public; this one is ours, and every answer names its version.
 *
 * @param version what an answer says it was computed by
 * @param tolerancePerMille by how many thousandths the received quantity may exceed the shipped one
 * @param maturityDays after how many days at the most a lot has had time to travel
 * @param mostYield how many times its inputs, of the same kind of unit, a product can be: water is
 *     rarely on record, so rice and soup come out as more than what went in
 */
public record ChainingRule(String version, int tolerancePerMille, int maturityDays, int mostYield) {
  /**
   * The rule in force: 2 % tolerance, 30 days or the shelf life, whichever is shorter. Version 2
   * follows lots into what was made of them.
   */
  public static final ChainingRule CURRENT = new ChainingRule("chaining-2", 20, 30, 5);

  /**
   * Whether a hop is a link: both sides are there, and no more was received than was shipped plus
   * the tolerance.
   *
   * @param shipped millionths of the base unit, the sum over all live shipments
   * @param received millionths of the base unit, the sum over all live receipts
   */
  public boolean matched(long shipped, long received) {
    return shipped > 0 && received > 0 && !exceeds(received, shipped);
  }

  /** Whether {@code more} is above {@code base} by more than the tolerance; both at least 0. */
  public boolean exceeds(long more, long base) {
    long allowance = base / 1000 * tolerancePerMille + base % 1000 * tolerancePerMille / 1000;
    return more - base > allowance;
  }

  /** The day from which a lot counts: its production plus the maturity days or its shelf life. */
  public LocalDate maturesOn(LocalDate productionDate, LocalDate expirationDate) {
    long shelfLife = ChronoUnit.DAYS.between(productionDate, expirationDate);
    return productionDate.plusDays(Math.min(maturityDays, shelfLife));
  }
}
