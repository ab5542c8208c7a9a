package org.shilian.gs1;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.ai.ApplicationIdentifier;

/**
 * The values of a Digital Link while it is put together: the key, and the others in order of their
 * identifiers. They are checked one by one where they are found; how they fit together is checked
 * here. There are as many of them at most as there are identifiers, since none comes twice.
 */
final class LinkParts {
  private static final String WHAT = "Digital Link";

  private final String whole;
  private ApplicationIdentifier[] ais = new ApplicationIdentifier[4];
  private String[] values = new String[4];
  private int count;

  /**
   * @param whole the text they come from, for the refusals
   */
  LinkParts(String whole) {
    this.whole = whole;
  }

  /** Adds a checked value at its place in the order; refuses an identifier that is there. */
  void add(ApplicationIdentifier ai, String value) {
    int at = count;
    while (at > 0 && ais[at - 1].code().compareTo(ai.code()) > 0) {
      at--;
    }
    if (at > 0 && ais[at - 1] == ai) {
      throw refusal("(" + ai.code() + ") is there twice");
    }
    if (count == ais.length) {
      ais = Arrays.copyOf(ais, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    System.arraycopy(ais, at, ais, at + 1, count - at);
    System.arraycopy(values, at, values, at + 1, count - at);
    ais[at] = ai;
    values[at] = value;
    count++;
  }

  /** Refuses what is there so far if there is something that does not qualify the key. */
  void refuseForeignQualifiers(ApplicationIdentifier key) {
    for (int i = 0; i < count; i++) {
      if (!qualifies(key, ais[i])) {
        throw refusal("(" + ais[i].code() + ") does not qualify (" + key.code() + ")");
      }
    }
  }

  /**
   * Puts the link together.
   *
   * @param key its key
   * @param keyValue the checked value of the key
   * @param parameters the raw query without attributes
   */
  DigitalLink link(ApplicationIdentifier key, String keyValue, String parameters) {
    refuseInvalidPairs(key);
    List<String> sequence = sequence(key);
    int qualifying = 0;
    for (int i = 0; i < count; i++) {
      if (sequence.contains(ais[i].code())) {
        qualifying++;
      } else if (!ais[i].isAttribute()) {
        throw refusal(
            "("
                + ais[i].code()
                + ") neither qualifies ("
                + key.code()
                + ") nor may stand in a query");
      }
    }
    return new DigitalLink(
        key.code(),
        keyValue,
        qualifiers(sequence, qualifying),
        attributes(sequence, count - qualifying),
        parameters);
  }

  private void refuseInvalidPairs(ApplicationIdentifier key) {
    for (int i = 0; i < count; i++) {
      refuseInvalidPair(key, ais[i]);
      for (int j = 0; j < i; j++) {
        refuseInvalidPair(ais[j], ais[i]);
      }
    }
  }

  private void refuseInvalidPair(ApplicationIdentifier one, ApplicationIdentifier other) {
    if (one.excludes(other) || other.excludes(one)) {
      throw new Gs1Exception(
          "code", whole, "(" + one.code() + ") and (" + other.code() + ") exclude each other");
    }
  }

  /** The first sequence of qualifiers that has room for all that are there. */
  private List<String> sequence(ApplicationIdentifier key) {
    for (List<String> sequence : key.qualifiers()) {
      if (hasAllQualifiers(key, sequence)) {
        return sequence;
      }
    }
    if (key.qualifiers().isEmpty()) {
      return List.of();
    }
    StringBuilder wanted = new StringBuilder();
    for (int i = 0; i < count; i++) {
      if (qualifies(key, ais[i])) {
        wanted.append(wanted.isEmpty() ? "(" : " and (").append(ais[i].code()).append(')');
      }
    }
    throw refusal(wanted + " do not qualify one key together");
  }

  private boolean hasAllQualifiers(ApplicationIdentifier key, List<String> sequence) {
    for (int i = 0; i < count; i++) {
      if (!sequence.contains(ais[i].code()) && qualifies(key, ais[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean qualifies(ApplicationIdentifier key, ApplicationIdentifier ai) {
    for (List<String> sequence : key.qualifiers()) {
      if (sequence.contains(ai.code())) {
        return true;
      }
    }
    return false;
  }

  private Map<String, String> qualifiers(List<String> sequence, int qualifying) {
    if (qualifying == 0) {
      return Map.of();
    }
    Map<String, String> qualifiers = new LinkedHashMap<>();
    for (String code : sequence) {
      String value = value(code);
      if (value != null) {
        if (qualifying == 1) {
          return Map.of(code, value);
        }
        qualifiers.put(code, value);
      }
    }
    return Collections.unmodifiableMap(qualifiers);
  }

  private Map<String, String> attributes(List<String> sequence, int others) {
    if (others == 0) {
      return Map.of();
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      if (!sequence.contains(ais[i].code())) {
        if (others == 1) {
          return Map.of(ais[i].code(), values[i]);
        }
        attributes.put(ais[i].code(), values[i]);
      }
    }
    return Collections.unmodifiableMap(attributes);
  }

  private @Nullable String value(String code) {
    for (int i = 0; i < count; i++) {
      if (ais[i].code().equals(code)) {
        return values[i];
      }
    }
    return null;
  }

  private Gs1Exception refusal(String rule) {
    return new Gs1Exception(WHAT, whole, rule);
  }
}
