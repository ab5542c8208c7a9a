package org.shilian.registry.intake;

import org.jspecify.annotations.Nullable;

/**
 * One object of a document on its way in: what it says, or why it cannot be.
 *
 * @param key what it is registered under, as far as it could be read
 * @param value null exactly when there is a refusal
 */
public record Draft<T>(
    Place place, @Nullable String key, @Nullable T value, @Nullable Refusal refusal) {

  public static <T> Draft<T> of(Place place, String key, T value) {
    return new Draft<>(place, key, value, null);
  }

  public static <T> Draft<T> refused(Place place, @Nullable String key, Refusal refusal) {
    return new Draft<>(place, key, null, refusal);
  }
}
