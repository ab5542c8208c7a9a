package org.shilian.testsupport;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a test's Kafka and PostgreSQL come from. */
enum Kind {
  EXTERNAL,
  CONTAINERS,
  EMBEDDED;

  /** What {@code -Dshilian.test.infra} insists on, if it is given. */
  static Optional<Kind> insistedOn(String property) {
    if (property.isEmpty()) {
      return Optional.empty();
    }
    Optional<Kind> kind =
        Arrays.stream(values()).filter(k -> k.text().equals(property)).findFirst();
    if (kind.isEmpty()) {
      throw new IllegalArgumentException(
          "shilian.test.infra " + property + ": is one of external, containers, embedded");
    }
    return kind;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
