package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.epcis.EpcisException.Violation;

/** Collects what is wrong, so that all of it is said at once. Not thread-safe. */
final class Violations {
  private static final int MOST = 100;

  private final List<Violation> found = new ArrayList<>(0);

  void add(String field, @Nullable String value, String rule) {
    if (found.size() < MOST) {
      found.add(new Violation(field, value == null ? null : Checks.shown(value), rule));
    }
  }

  void mustBe(String field, JsonNode value, String shape) {
    add(field, value.toString(), "must be " + shape);
  }

  /** What another found, below the given path; an empty path is here. */
  void addAll(String path, EpcisException refusal) {
    for (Violation violation : refusal.violations()) {
      if (found.size() < MOST) {
        found.add(path.isEmpty() ? violation : violation.below(path));
      }
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** What was found, which is something. */
  EpcisException refusal() {
    return new EpcisException(found);
  }

  /** Throws where anything was found. */
  void refuse() {
    if (!found.isEmpty()) {
      throw refusal();
    }
  }
}
