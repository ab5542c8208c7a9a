package org.shilian.chain.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that the JSON gave, or one that broke a rule. Broken ones have been noted where they were
 * read; to ask for such a value ends the making of whatever needs it.
 */
final class Given<T> {
  private final @Nullable T value;

  private Given(@Nullable T value) {
    this.value = value;
  }

  static <T> Given<T> of(T value) {
    return new Given<>(value);
  }

  static <T> Given<T> broken() {
    return new Given<>(null);
  }

  static <T> Given<List<T>> all(List<Given<T>> values) {
    List<T> given = new ArrayList<>(values.size());
    for (Given<T> one : values) {
      if (one.value == null) {
        return broken();
      }
      given.add(one.value);
    }
    return of(List.copyOf(given));
  }

  /** What this makes of the value; broken if this is. */
  <R> Given<R> map(Function<T, R> change) {
    return value == null ? broken() : of(change.apply(value));
  }

  T get() {
    if (value == null) {
      throw new Missing();
    }
    return value;
  }

  /** Tells that something cannot be made, since what it needs is broken. */
  static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Missing() {
      super("a value that broke a rule", null, false, false);
    }
  }
}
