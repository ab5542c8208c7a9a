package org.shilian.gs1;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shilian.gs1.ai.AiTable;

/**
 * Dates as GS1 codes hold them: YYMMDD, where day 00 stands for the last day of the month (General
 * Specifications, sections 3.4 and 7.12).
 */
public final class Gs1Date {
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);
  private static final int CENTURY = 100;

  private Gs1Date() {}

  /**
   * The date that the six digits stand for. The century is that which brings the year within 49
   * years before and 50 years after now.
   *
   * @throws Gs1Exception if it is not a date
   */
  public static LocalDate read(String digits, Year now) {
    Gs1Exception.refuseIf("date", digits, AiTable.get("17").fault(digits));
    int year = now.getValue() - now.getValue() % CENTURY + Integer.parseInt(digits.substring(0, 2));
    int ahead = year - now.getValue();
    if (ahead > 50) {
      year -= CENTURY;
    } else if (ahead < -49) {
      year += CENTURY;
    }
    YearMonth month = YearMonth.of(year, Integer.parseInt(digits.substring(2, 4)));
    int day = Integer.parseInt(digits.substring(4));
    return day == 0 ? month.atEndOfMonth() : month.atDay(day);
  }

  /** The date as six digits. */
  public static String write(LocalDate date) {
    return SHORT.format(date);
  }
}
