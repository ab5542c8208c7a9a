package org.shilian.chain.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What two states differ in, row by row: of a thousand histories one wants to see the one. */
public final class Differences {
  private static final int MOST = 20;

  private final List<String> rows = new ArrayList<>();

  private Differences() {}

  /** Up to twenty rows in which the two differ; none if they are the same. */
  public static List<String> between(ReferenceState ledger, ReferenceState reference) {
    Differences differences = new Differences();
    differences.ofTable("event", ledger.liveEvents(), reference.liveEvents());
    differences.ofTable("lot", ledger.lots(), reference.lots());
    differences.ofTable("hop", ledger.hops(), reference.hops());
    differences.ofTable("holding", ledger.holdings(), reference.holdings());
    differences.ofTable("rate", ledger.cube(), reference.cube());
    differences.ofSet("lineage", ledger.lineage(), reference.lineage());
    differences.ofSet("flag", ledger.flags(), reference.flags());
    if (differences.rows.isEmpty() && !ledger.equals(reference)) {
      differences.add("something that is no table of these");
    }
    return differences.rows;
  }

  private <K, V> void ofTable(String table, SortedMap<K, V> ledger, SortedMap<K, V> reference) {
    TreeSet<K> keys = new TreeSet<>(ledger.keySet());
    keys.addAll(reference.keySet());
    for (K key : keys) {
      if (!Objects.equals(ledger.get(key), reference.get(key))) {
        add(table + " " + Map.entry(key, ledger.get(key) + ", should be " + reference.get(key)));
      }
    }
  }

  private <K> void ofSet(String table, SortedSet<K> ledger, SortedSet<K> reference) {
    TreeSet<K> keys = new TreeSet<>(ledger);
    keys.addAll(reference);
    for (K key : keys) {
      if (ledger.contains(key) != reference.contains(key)) {
        add(table + " " + key + (ledger.contains(key) ? " should not be" : " is missing"));
      }
    }
  }

  private void add(String row) {
    if (rows.size() < MOST) {
      rows.add(row);
    }
  }
}
