package org.shilian.simulator.days;

import java.time.LocalDate;

/** Some of a lot on somebody's shelf. */
final class Stock {
  private final Lot lot;
  private final long arrived;
  private final LocalDate lastDay;
  private final boolean stopped;
  private long left;

  /**
   * @param lastDay after which it is thrown away
   * @param stopped whether it never moves on
   */
  Stock(Lot lot, long millionths, LocalDate lastDay, boolean stopped) {
    this.lot = lot;
    this.arrived = millionths;
    this.left = millionths;
    this.lastDay = lastDay;
    this.stopped = stopped;
  }

  Lot lot() {
    return lot;
  }

  LocalDate lastDay() {
    return lastDay;
  }

  boolean moves() {
    return !stopped && left > 0;
  }

  boolean empty() {
    return left == 0;
  }

  /**
   * Takes about a share of what once arrived: whole pieces, or tenths of a kilogram or litre, at
   * least one, at most what is left. A small rest goes along.
   *
   * @return millionths of the unit
   */
  long take(double share) {
    long step = lot.product().kind().piece() ? Line.UNIT : Line.UNIT / 10;
    long wanted = Math.max(step, Math.round(arrived * share / step) * step);
    long rest = left - wanted;
    long taken = rest < arrived / 20 ? left : wanted;
    left -= taken;
    return taken;
  }
}
