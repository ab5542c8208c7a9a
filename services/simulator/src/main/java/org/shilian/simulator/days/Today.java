package org.shilian.simulator.days;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.shilian.simulator.county.CheckDigits;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.goods.Stock;
import org.shilian.simulator.goods.Storerooms;

/**
 * What everything that happens on a day shares: the date, how busy the county is, and the numbers
 * that are given out.
 */
final class Today {
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final int MEAL_ORDERS = 253;

  private final County county;
  private final String run;
  private final LocalDate first;
  private final long boxesFrom;
  private LocalDate date;
  private double activity = 1;
  private int lots;
  private int orders;
  private int documents;
  private long boxes;

  /**
   * Before the first day.
   *
   * @param run in every number that is given out
   */
  Today(County county, String run, LocalDate first) {
    this.county = county;
    this.run = run;
    this.first = first;
    this.date = first;
    this.boxesFrom = Long.remainderUnsigned(Dice.mix(run.hashCode(), 0), 500_000_000);
  }

  void begin(LocalDate day, double howBusy) {
    date = day;
    activity = howBusy;
    lots = 0;
    orders = 0;
    documents = 0;
  }

  LocalDate date() {
    return date;
  }

  boolean isFirst() {
    return date.equals(first);
  }

  /** Some time between two hours. */
  OffsetDateTime at(Dice dice, int fromHour, int toHour) {
    int second = dice.between(fromHour * 3600, toHour * 3600 - 1);
    return date.atTime(LocalTime.ofSecondOfDay(second)).atOffset(CHINA);
  }

  /** How often something happens today that happens so often on a usual day. */
  int times(Dice dice, double usual) {
    return dice.around(usual * activity);
  }

  /** The same for what cannot wait until the county is busy again. */
  int timesAtLeast(Dice dice, double usual) {
    return dice.around(usual * Math.max(0.2, activity));
  }

  /** A new lot; its number begins with the day. */
  Lot lot(Product product, LocalDate produced, List<Lot> ingredients) {
    return new Lot(
        product, String.format("%s-%s-%d", yymmdd(), run, ++lots), produced, ingredients);
  }

  private String yymmdd() {
    return String.format(
        "%02d%02d%02d", date.getYear() % 100, date.getMonthValue(), date.getDayOfMonth());
  }

  /** Some of a lot that arrives today. */
  Stock stock(Lot lot, long millionths, boolean stuck) {
    LocalDate longest = date.plusDays(Storerooms.LONGEST_STAY_DAYS);
    LocalDate expires = lot.expires().isBefore(date) ? date : lot.expires();
    LocalDate lastDay = expires.isBefore(longest) ? expires : longest;
    return new Stock(lot, millionths, lastDay, stuck);
  }

  /** The code of a new order; empty when the seller uses none. */
  String orderCode(Operator seller) {
    orders++;
    return seller.habits().usesOrderCodes()
        ? String.format("PO-%s-%s-%d", yymmdd().substring(2), run, orders)
        : "";
  }

  /** The number of a new paper: a certificate, a report, a voucher. */
  String document(String kind) {
    return String.format("%s-%s-%s-%d", kind, yymmdd(), run, ++documents);
  }

  /** A new SSCC. */
  String box() {
    return CheckDigits.gs1(
        "0" + county.companyPrefix() + String.format("%09d", boxesFrom + boxes++));
  }

  /** The GDTI of a new takeaway order. */
  String mealOrder() {
    documents++;
    return CheckDigits.gs1(county.companyPrefix() + String.format("%05d", MEAL_ORDERS))
        + run
        + yymmdd()
        + String.format("%04d", documents % 10_000);
  }
}
