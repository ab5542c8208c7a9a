package org.shilian.gs1.ai;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The part an application identifier plays in a Digital Link URI.
 *
 * @param place whether it stands in the path as a key or a qualifier, in the query, or nowhere
 * @param qualifiers of a key: the sequences of qualifiers it can have, each in canonical order
 */
record LinkRole(Place place, List<List<String>> qualifiers) {
  enum Place {
    KEY,
    QUALIFIER,
    ATTRIBUTE,
    NONE
  }

  LinkRole {
    qualifiers = List.copyOf(qualifiers);
  }

  /** Reads a role as the table writes it: {@code key 22,10,21 or 235}, {@code attribute}. */
  static LinkRole parse(String text) {
    if (!text.startsWith("key")) {
      return new LinkRole(Place.valueOf(text.toUpperCase(Locale.ROOT)), List.of());
    }
    String sequences = text.substring("key".length()).trim();
    List<List<String>> qualifiers =
        sequences.isEmpty()
            ? List.of()
            : Arrays.stream(sequences.split(" or ", -1))
                .map(sequence -> List.of(sequence.split(",", -1)))
                .toList();
    return new LinkRole(Place.KEY, qualifiers);
  }
}
