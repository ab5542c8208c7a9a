package org.shilian.registry.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.Violation;

/** Collects the fields in which what is sent differs from what is registered. */
public final class Differences {
  private final Place place;
  private final List<Violation> found = new ArrayList<>();

  public Differences(Place place) {
    this.place = place;
  }

  /** Compares a field that may be changed by PUT, though not by registering again. */
  public Differences changeable(String field, @Nullable Object registered, @Nullable Object sent) {
    return compare(field, registered, sent, "; PUT changes it");
  }

  /** Compares a field that rates hang on, and that therefore never changes. */
  public Differences fixed(String field, @Nullable Object registered, @Nullable Object sent) {
    return compare(field, registered, sent, " and is fixed");
  }

  private Differences compare(
      String field, @Nullable Object registered, @Nullable Object sent, String remedy) {
    if (!Objects.equals(registered, sent)) {
      String text = registered == null ? "empty" : registered.toString();
      String value = sent == null ? null : sent.toString();
      found.add(new Violation(place.field(field), value, "is registered as " + text + remedy));
    }
    return this;
  }

  public List<Violation> found() {
    return found;
  }
}
