package org.shilian.gs1.ai;

import org.jspecify.annotations.Nullable;

/**
 * The contents of the coupon codes of North America: fields one behind the other, many of them with
 * a digit in front that says how long they are (AI (8110): North American Coupon Application
 * Guideline; AI (8112): GS1 AI (8112) Coupon Data Specification).
 */
final class CouponCode {
  private static final String LENGTHS_1_TO_5 = "12345";
  private static final String REQUIREMENT_CODES = "012349";

  private final String digits;
  private int at;

  /** The digit that was read last by itself. */
  private char read = '0';

  /** The first thing that was found wrong; nothing is read after it. */
  private @Nullable String fault;

  private CouponCode(String digits) {
    this.digits = digits;
    int foreign = CharacterSet.DIGITS.firstForeign(digits);
    if (foreign >= 0) {
      fault =
          "has "
              + CharacterSet.shown(digits.charAt(foreign))
              + " at "
              + (foreign + 1)
              + ", which is no digit";
    }
  }

  /** What is wrong with the value of (8110), or null. */
  static @Nullable String fault8110(String value) {
    CouponCode coupon = new CouponCode(value);
    coupon.sized("company prefix", "0123456", 6);
    coupon.fixed("offer code", 6);
    coupon.sized("save value", LENGTHS_1_TO_5, 0);
    coupon.purchase("first purchase");
    while (coupon.fault == null && coupon.at < value.length()) {
      coupon.option();
    }
    return coupon.fault;
  }

  /** What is wrong with the value of (8112), or null. */
  static @Nullable String fault8112(String value) {
    CouponCode coupon = new CouponCode(value);
    coupon.oneOf("format code", "01");
    coupon.sized("funder", "0123456", 6);
    coupon.fixed("offer code", 6);
    coupon.sized("serial number", "0123456789", 6);
    if (coupon.fault == null && coupon.at < value.length()) {
      coupon.fault = "has more at " + (coupon.at + 1) + " than a coupon";
    }
    return coupon.fault;
  }

  private void purchase(String name) {
    sized(name + " requirement", LENGTHS_1_TO_5, 0);
    oneOf(name + " requirement code", REQUIREMENT_CODES);
    fixed(name + " family code", 3);
  }

  /** Optional fields come in any number, each with its number in front. */
  private void option() {
    oneOf("optional field", "1234569");
    if (fault == null) {
      switch (read) {
        case '1' -> {
          oneOf("additional purchase rules", "0123");
          purchase("second purchase");
          companyPrefixOr9("second purchase");
        }
        case '2' -> {
          purchase("third purchase");
          companyPrefixOr9("third purchase");
        }
        case '3' -> date("expiration date");
        case '4' -> date("start date");
        case '5' -> sized("serial number", "0123456789", 6);
        case '6' -> sized("retailer", "1234567", 6);
        default -> {
          oneOf("save value code", "01256");
          oneOf("save value applies to", "012");
          fixed("store coupon flag", 1);
          oneOf("don't multiply flag", "01");
        }
      }
    }
  }

  /** A 9 in place of a length says that it is the company of the first purchase. */
  private void companyPrefixOr9(String name) {
    if (fault == null && at < digits.length() && digits.charAt(at) == '9') {
      at++;
    } else {
      sized(name + " company prefix", "0123456", 6);
    }
  }

  private void date(String name) {
    int from = at;
    fixed(name, 6);
    if (fault == null) {
      String wrong = ContentRule.DAY.fault(digits.substring(from, at));
      fault = wrong == null ? null : name + ": " + wrong;
    }
  }

  /** A length, of those that are allowed, and so many digits and {@code more}. */
  private void sized(String name, String lengths, int more) {
    oneOf("length of " + name, lengths);
    fixed(name, read - '0' + more);
  }

  private void fixed(String name, int length) {
    if (fault == null && digits.length() - at < length) {
      fault = name + " at " + (at + 1) + " is not " + length + " digits long";
    }
    at += length;
  }

  private void oneOf(String name, String allowed) {
    if (fault == null && at >= digits.length()) {
      fault = name + " is missing at " + (at + 1);
    }
    if (fault != null) {
      return;
    }
    read = digits.charAt(at);
    at++;
    if (allowed.indexOf(read) < 0) {
      fault = name + " at " + at + " is " + read + ", expected one of " + allowed;
    }
  }
}
