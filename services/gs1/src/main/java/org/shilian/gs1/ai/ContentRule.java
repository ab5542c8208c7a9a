package org.shilian.gs1.ai;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a value has to say beyond its characters and length. Each rule is named in the
 * table by its constant, in lower case and with hyphens. A rule is only asked about parts whose
 * characters and length are right already.
 */
enum ContentRule {
  /** The last digit is the modulo 10 check digit of those before it. */
  CHECK {
    @Override
    @Nullable String fault(String part) {
      int last = part.length() - 1;
      int expected = CheckDigit.of(part, last);
      int found = part.charAt(last) - '0';
      return found == expected ? null : "check digit is " + found + ", expected " + expected;
    }
  },
  /** The last two characters are the check character pair of those before them. */
  CHECK_PAIR {
    @Override
    @Nullable String fault(String part) {
      int body = part.length() - 2;
      if (body < 1) {
        return "is too short to hold a check character pair";
      }
      String expected = CheckDigit.pair(part.subSequence(0, body));
      String found = part.substring(body);
      return found.equals(expected)
          ? null
          : "check characters are " + found + ", expected " + expected;
    }
  },
  /** A GS1 Company Prefix, of at least four digits, comes first. */
  PREFIX {
    @Override
    @Nullable String fault(String part) {
      boolean digits =
          part.length() >= 4 && CharacterSet.DIGITS.firstForeign(part.subSequence(0, 4)) < 0;
      return digits ? null : "does not start with a GS1 Company Prefix (four digits at least)";
    }
  },
  NOT_ONLY_DIGITS {
    @Override
    @Nullable String fault(String part) {
      return CharacterSet.DIGITS.firstForeign(part) >= 0 ? null : "is made of digits alone";
    }
  },
  /** YYMMDD, where day 00 says that the day is not given. */
  DATE {
    @Override
    @Nullable String fault(String part) {
      return calendarFault(number(part, 0, 2), number(part, 2, 4), number(part, 4, 6), 0);
    }
  },
  /** YYMMDD with a day. */
  DAY {
    @Override
    @Nullable String fault(String part) {
      return calendarFault(number(part, 0, 2), number(part, 2, 4), number(part, 4, 6), 1);
    }
  },
  /** YYYYMMDD. */
  FULL_DAY {
    @Override
    @Nullable String fault(String part) {
      return calendarFault(number(part, 0, 4), number(part, 4, 6), number(part, 6, 8), 1);
    }
  },
  /** HHMM. */
  TIME {
    @Override
    @Nullable String fault(String part) {
      String hour = HOUR.fault(part.substring(0, 2));
      return hour != null ? hour : MINUTE.fault(part.substring(2));
    }
  },
  HOUR {
    @Override
    @Nullable String fault(String part) {
      return range("hour", part, 0, 23);
    }
  },
  MINUTE {
    @Override
    @Nullable String fault(String part) {
      return range("minute", part, 0, 59);
    }
  },
  SECOND {
    @Override
    @Nullable String fault(String part) {
      return range("second", part, 0, 59);
    }
  },
  /** Three digits of ISO 3166-1. */
  COUNTRY {
    @Override
    @Nullable String fault(String part) {
      return CountryCodes.isNumeric(part) ? null : part + " is not a country of ISO 3166-1";
    }
  },
  /** As {@link #COUNTRY}, or 999 for several countries. */
  COUNTRY_OR_999 {
    @Override
    @Nullable String fault(String part) {
      return part.equals("999") ? null : COUNTRY.fault(part);
    }
  },
  /** Two letters of ISO 3166-1. */
  COUNTRY_LETTERS {
    @Override
    @Nullable String fault(String part) {
      return CountryCodes.isAlpha2(part) ? null : part + " is not a country of ISO 3166-1";
    }
  },
  /** Three digits of ISO 4217. */
  CURRENCY {
    @Override
    @Nullable String fault(String part) {
      return Currencies.isNumeric(part) ? null : part + " is not a currency of ISO 4217";
    }
  },
  /** Every % is followed by two hexadecimal digits. */
  PERCENT {
    @Override
    @Nullable String fault(String part) {
      for (int i = part.indexOf('%'); i >= 0; i = part.indexOf('%', i + 1)) {
        if (i + 2 >= part.length()
            || Character.digit(part.charAt(i + 1), 16) < 0
            || Character.digit(part.charAt(i + 2), 16) < 0) {
          return "has a % that two hexadecimal digits do not follow";
        }
      }
      return null;
    }
  },
  FLAG {
    @Override
    @Nullable String fault(String part) {
      return part.equals("0") || part.equals("1") ? null : "is " + part + ", expected 0 or 1";
    }
  },
  /** A minus sign behind the number. */
  HYPHEN {
    @Override
    @Nullable String fault(String part) {
      return part.equals("-") ? null : "ends with " + part + ", expected - or nothing";
    }
  },
  /** Ten-millionths of a degree, counted from the South Pole. */
  LATITUDE {
    @Override
    @Nullable String fault(String part) {
      return part.compareTo("1800000000") <= 0 ? null : "latitude is above 1800000000";
    }
  },
  /** Ten-millionths of a degree, counted eastward from Greenwich. */
  LONGITUDE {
    @Override
    @Nullable String fault(String part) {
      return part.compareTo("3600000000") <= 0 ? null : "longitude is above 3600000000";
    }
  },
  NONZERO {
    @Override
    @Nullable String fault(String part) {
      return isZero(part) ? "has a part that is zero where zero has no meaning" : null;
    }
  },
  ZERO {
    @Override
    @Nullable String fault(String part) {
      return isZero(part) ? null : "starts with " + part + ", expected 0";
    }
  },
  NO_LEADING_ZERO {
    @Override
    @Nullable String fault(String part) {
      return part.length() > 1 && part.charAt(0) == '0' ? "has a leading zero" : null;
    }
  },
  /** The side that a roll is wound to. */
  WINDING {
    @Override
    @Nullable String fault(String part) {
      return "019".contains(part) ? null : "winding direction is " + part + ", expected 0, 1 or 9";
    }
  },
  /** Two digits for the piece, two for the number of pieces. */
  PIECE {
    @Override
    @Nullable String fault(String part) {
      int piece = number(part, 0, 2);
      int total = number(part, 2, 4);
      return piece > 0 && piece <= total ? null : "piece " + piece + " of " + total;
    }
  },
  /** The place in a sequence, as in 1/3. */
  POSITION {
    @Override
    @Nullable String fault(String part) {
      char place = part.charAt(0);
      char total = part.charAt(2);
      boolean ordered = place > '0' && place <= total && total <= '9' && part.charAt(1) == '/';
      return ordered ? null : "is " + part + ", expected a place in a sequence such as 1/3";
    }
  },
  /** An International Bank Account Number (ISO 13616): country letters, check digits, account. */
  IBAN {
    private final BigInteger modulus = BigInteger.valueOf(97);

    @Override
    @Nullable String fault(String part) {
      if (part.length() < 5 || !CountryCodes.isAlpha2(part.substring(0, 2))) {
        return "does not start with the letters of a country";
      }
      StringBuilder digits = new StringBuilder();
      String turned = part.substring(4) + part.substring(0, 4);
      for (int i = 0; i < turned.length(); i++) {
        char c = turned.charAt(i);
        if (!CharacterSet.CSET_39.has(c) || !Character.isLetterOrDigit(c)) {
          return "has " + CharacterSet.shown(c) + ", which an IBAN may not";
        }
        digits.append(Character.digit(c, 36));
      }
      return new BigInteger(digits.toString()).mod(modulus).equals(BigInteger.ONE)
          ? null
          : "check digits " + part.substring(2, 4) + " are wrong";
    }
  },
  /** One character that tells apart the importers of one operator (CSET 64 without =). */
  IMPORTER {
    @Override
    @Nullable String fault(String part) {
      char c = part.charAt(0);
      return c != '=' && CharacterSet.CSET_64.has(c)
          ? null
          : "importer index is " + c + ", expected a letter, a digit, - or _";
    }
  },
  /** The kind of carrier: 01 to 10, or 80 to 99 for one's own. */
  MEDIA {
    @Override
    @Nullable String fault(String part) {
      int kind = number(part, 0, 2);
      return (kind >= 1 && kind <= 10) || kind >= 80
          ? null
          : "media type is " + part + ", expected 01 to 10 or 80 to 99";
    }
  },
  /** A kind of package of UN/ECE Recommendation 21. */
  PACKAGE {
    @Override
    @Nullable String fault(String part) {
      return PackageTypes.contains(part) ? null : part + " is not a package type of UN/ECE Rec. 21";
    }
  },
  COUPON {
    @Override
    @Nullable String fault(String part) {
      return CouponCode.fault8110(part);
    }
  },
  OFFER_FILE_COUPON {
    @Override
    @Nullable String fault(String part) {
      return CouponCode.fault8112(part);
    }
  },
  /** ISO/IEC 5218. */
  SEX {
    @Override
    @Nullable String fault(String part) {
      return "0129".contains(part) ? null : "is " + part + ", expected 0, 1, 2 or 9";
    }
  };

  /** What is wrong with the part, to be read behind its name and a colon, or null. */
  abstract @Nullable String fault(String part);

  static ContentRule named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static int number(String digits, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + digits.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isZero(String digits) {
    return digits.chars().allMatch(c -> c == '0');
  }

  private static @Nullable String range(String name, String part, int from, int to) {
    int number = number(part, 0, part.length());
    return number >= from && number <= to ? null : name + " is " + part + ", expected up to " + to;
  }

  /** Two-digit years lie within 50 years of now, so that 00 is 2000, a leap year. */
  private static @Nullable String calendarFault(int year, int month, int day, int firstDay) {
    if (month < 1 || month > 12) {
      return String.format(Locale.ROOT, "month is %02d, expected 01 to 12", month);
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    int days =
        switch (month) {
          case 2 -> leap ? 29 : 28;
          case 4, 6, 9, 11 -> 30;
          default -> 31;
        };
    return day >= firstDay && day <= days
        ? null
        : String.format(Locale.ROOT, "day is %02d, expected %02d to %02d", day, firstDay, days);
  }
}
