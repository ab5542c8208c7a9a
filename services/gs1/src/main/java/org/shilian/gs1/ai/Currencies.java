package org.shilian.gs1.ai;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies of ISO 4217, past ones too, as the JDK knows them. */
final class Currencies {
  private static final Set<String> NUMERIC =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getNumericCodeAsString)
          // stands for "never had a number"
          .filter(code -> !code.equals("000"))
          .collect(Collectors.toUnmodifiableSet());

  private Currencies() {}

  static boolean isNumeric(String code) {
    return NUMERIC.contains(code);
  }
}
