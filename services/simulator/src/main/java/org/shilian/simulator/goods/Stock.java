package org.shilian.simulator.goods;

import java.time.LocalDate;

/** Some of a lot on somebody's shelf. */
public final class Stock {
  private final Lot lot;
  private final long arrived;
  private final LocalDate lastDay;
  private final boolean stuck;
  private long left;

  /**
   * Puts some of a lot on a shelf.
   *
   * @param lastDay after which it is thrown away
   * @param stuck whether it never moves on
   */
  public Stock(Lot lot, long millionths, LocalDate lastDay, boolean stuck) {
    this.lot = lot;
    this.arrived = millionths;
    this.left = millionths;
    this.lastDay = lastDay;
    this.stuck = stuck;
  }

  public Lot lot() {
    return lot;
  }

  LocalDate lastDay() {
    return lastDay;
  }

  boolean moves() {
    return !stuck && left > 0;
  }

  public boolean empty() {
    return left == 0;
  }

  /** Millionths of the unit. */
  public long left() {
    return left;
  }

  /** What is gone already. */
  public long gone() {
    return arrived - left;
  }

  private long step() {
    return lot.product().kind().piece() ? Lot.UNIT : Lot.UNIT / 10;
  }

  /**
   * Takes about a share of what once arrived: whole pieces, or tenths of a kilogram or litre, at
   * least one, at most what is left. A small rest goes along.
   *
   * @return millionths of the unit
   */
  public long take(double share) {
    long wanted = Math.max(step(), Math.round(arrived * share / step()) * step());
    long rest = left - wanted;
    long taken = rest < arrived / 20 ? left : wanted;
    left -= taken;
    return taken;
  }

  /** Takes what is wanted, rounded up to a step, or all that is left. */
  public long takeUpTo(long millionths) {
    long taken = Math.min(left, (millionths + step() - 1) / step() * step());
    left -= taken;
    return taken;
  }

  /** Takes all that is left. */
  public long takeAll() {
    long taken = left;
    left = 0;
    return taken;
  }
}
