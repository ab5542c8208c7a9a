package org.shilian.symbol.canvas;

/** Numbers as all the formats here write them: a point, no exponent, four decimals at most. */
final class Decimals {
  private static final int SCALE = 10_000;

  private Decimals() {}

  static String of(double number) {
    return append(new StringBuilder(), number).toString();
  }

  static StringBuilder append(StringBuilder text, double number) {
    long scaled = Math.round(number * SCALE);
    if (scaled < 0) {
      text.append('-');
      scaled = -scaled;
    }
    text.append(scaled / SCALE);
    long rest = scaled % SCALE;
    if (rest != 0) {
      text.append('.');
      for (int digit = SCALE / 10; rest != 0; digit /= 10) {
        text.append((char) ('0' + rest / digit));
        rest %= digit;
      }
    }
    return text;
  }
}
