package org.shilian.tlog.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.Hash;
import org.shilian.tlog.export.Finding.Kind;
import org.shilian.tlog.tile.TilePath;

/**
 * Lays the entries that are there beside those that have to be there, and says what became of each
 * that does not fit. It goes through both once, with a window of {@value #WINDOW} of each in which
 * it looks for where they meet again, so that one entry taken out and all others moved up is one
 * difference and not one for each entry.
 */
final class Alignment {
  private static final int WINDOW = 2 * TilePath.FULL;

  private final long size;
  private final int most;
  private final Deque<Entry> expected = new ArrayDeque<>();
  private final Deque<Hash> found = new ArrayDeque<>();
  private final List<Difference> differences = new ArrayList<>();
  private long reached;

  /**
   * @param size of the log, at least 1 if anything is compared
   * @param most differences that are kept
   */
  Alignment(long size, int most) {
    this.size = size;
    this.most = most;
  }

  private record Entry(long index, Hash hash) {}

  /**
   * @param lost the entry that is not where it belongs; null if only something came in
   * @param hash of what is there; null if nothing is
   * @param place the index of the entry that belongs there
   */
  private record Difference(@Nullable Entry lost, @Nullable Hash hash, long place) {}

  /** Of the entries that have to be there, the next. */
  void expect(long index, Hash hash) {
    expected.add(new Entry(index, hash));
    reached = index + 1;
  }

  /** Of the entries that are there, the next. */
  void find(Hash hash) {
    found.add(hash);
  }

  /** Goes on as far as can be told by now. */
  void advance() throws Findings.TooMany {
    skipEqual();
    while (expected.size() >= WINDOW || found.size() >= WINDOW || oneChanged()) {
      step();
      skipEqual();
    }
  }

  /** There are no more entries. Adds a finding for each difference. */
  void finish(Findings findings) throws Findings.TooMany {
    advance();
    while (!expected.isEmpty() || !found.isEmpty()) {
      step();
      skipEqual();
    }
    report(findings);
  }

  private void skipEqual() {
    while (!expected.isEmpty()
        && !found.isEmpty()
        && expected.element().hash().equals(found.element())) {
      expected.remove();
      found.remove();
    }
  }

  /** Whether the next pair is equal again, as it is after most changes; cheap to tell. */
  private boolean oneChanged() {
    return expected.size() >= 2
        && found.size() >= 2
        && second(expected).hash().equals(second(found));
  }

  private static <T> T second(Deque<T> window) {
    Iterator<T> iterator = window.iterator();
    iterator.next();
    return iterator.next();
  }

  /** Takes off what lies before the nearest place at which both windows have the same entry. */
  private void step() throws Findings.TooMany {
    if (oneChanged()) {
      take(1, 1);
      return;
    }
    Map<Hash, Integer> positions = new HashMap<>();
    for (Entry entry : expected) {
      positions.putIfAbsent(entry.hash(), positions.size());
    }
    int lost = -1;
    int came = -1;
    int at = 0;
    for (Hash hash : found) {
      Integer position = positions.get(hash);
      if (position != null && (lost < 0 || position + at < lost + came)) {
        lost = position;
        came = at;
      }
      at++;
    }
    if (lost >= 0) {
      take(lost, came);
    } else {
      take(expected.size(), found.size());
    }
  }

  private void take(int lost, int came) throws Findings.TooMany {
    int changed = Math.min(lost, came);
    for (int i = 0; i < changed; i++) {
      Entry entry = expected.remove();
      add(new Difference(entry, found.remove(), entry.index()));
    }
    for (int i = changed; i < lost; i++) {
      Entry entry = expected.remove();
      add(new Difference(entry, null, entry.index()));
    }
    for (int i = changed; i < came; i++) {
      Entry next = expected.peek();
      add(new Difference(null, found.remove(), next == null ? reached : next.index()));
    }
  }

  private void add(Difference difference) throws Findings.TooMany {
    if (differences.size() == most) {
      throw new Findings.TooMany();
    }
    differences.add(difference);
  }

  /** Adds a finding for each difference that was seen so far. */
  void report(Findings findings) throws Findings.TooMany {
    Map<Hash, Long> lost = new HashMap<>();
    Set<Hash> came = new HashSet<>();
    for (Difference difference : differences) {
      if (difference.lost() != null) {
        lost.putIfAbsent(difference.lost().hash(), difference.lost().index());
      }
      if (difference.hash() != null) {
        came.add(difference.hash());
      }
    }
    for (Difference difference : differences) {
      Long moved = difference.hash() == null ? null : lost.get(difference.hash());
      if (moved != null) {
        findings.add(moved(moved, difference));
      } else if (difference.lost() == null) {
        findings.add(inserted(difference.place()));
      } else if (difference.hash() != null) {
        findings.add(
            about(
                Kind.CHANGED,
                difference.place(),
                "entry " + difference.place() + " is not the one that was signed"));
      } else if (!came.contains(difference.lost().hash())) {
        findings.add(
            about(Kind.REMOVED, difference.place(), "entry " + difference.place() + " is missing"));
      }
    }
  }

  private Finding moved(long entry, Difference difference) {
    String where = difference.lost() == null ? where(difference.place()) : "in the place of entry ";
    String place = difference.lost() == null ? "" : Long.toString(difference.place());
    return about(Kind.MOVED, entry, "entry " + entry + " is " + where + place);
  }

  private Finding inserted(long place) {
    return about(Kind.INSERTED, place, "an entry that was not signed is " + where(place));
  }

  private String where(long place) {
    return place == size ? "after the last entry" : "before entry " + place;
  }

  private Finding about(Kind kind, long entry, String message) {
    long index = Math.min(entry, size - 1) / TilePath.FULL;
    TilePath bundle =
        new TilePath(TilePath.ENTRIES, index, TilePath.width(size, TilePath.ENTRIES, index));
    return Finding.about(kind, bundle.toString(), entry, entry, message);
  }
}
