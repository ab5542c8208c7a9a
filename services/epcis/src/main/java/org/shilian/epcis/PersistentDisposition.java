package org.shilian.epcis;

import java.util.ArrayList;
import java.util.List;

/**
 * Lasting conditions that an event switches on and off (EPCIS 2.0 §7.3.5.6). Each is a CBV
 * disposition as its bare word, or another URI.
 *
 * @param set those that hold from here on
 * @param unset those that hold no longer
 */
public record PersistentDisposition(List<String> set, List<String> unset) {
  public PersistentDisposition {
    Violations found = new Violations();
    set = words(found, "set", set);
    unset = words(found, "unset", unset);
    if (set.isEmpty() && unset.isEmpty()) {
      found.add("", null, "must set or unset something");
    }
    found.refuse();
  }

  private static List<String> words(Violations found, String list, List<String> values) {
    List<String> words = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      words.add(Cbv.DISPOSITION.bareOrUri(found, list + "/" + i, values.get(i)));
    }
    return List.copyOf(words);
  }
}
