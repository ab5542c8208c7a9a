package org.shilian.epcis;

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
    set = set.stream().map(d -> Cbv.DISPOSITION.bareOrUri("set", d)).toList();
    unset = unset.stream().map(d -> Cbv.DISPOSITION.bareOrUri("unset", d)).toList();
    if (set.isEmpty() && unset.isEmpty()) {
      throw new EpcisException("persistentDisposition", null, "must set or unset something");
    }
  }
}
