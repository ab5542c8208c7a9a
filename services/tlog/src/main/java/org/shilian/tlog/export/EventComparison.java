package org.shilian.tlog.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.export.Finding.Kind;
import org.shilian.tlog.tile.LogFiles;
import org.shilian.tlog.tile.TilePath;

/**
 * Lays the events of one bundle beside its entries. The first line of an entry names its event by
 * the SHA-256 of its bytes, in 64 hexadecimal digits.
 */
final class EventComparison {
  private static final int DIGITS = 64;
  private static final int MOST = 2 * TilePath.FULL;

  private final LogFiles files;
  private final Findings findings;

  EventComparison(LogFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /** The event that an entry names; null if it names none. */
  static @Nullable String named(byte[] entry) {
    if (entry.length <= DIGITS || entry[DIGITS] != '\n') {
      return null;
    }
    return new String(entry, 0, DIGITS, StandardCharsets.US_ASCII);
  }

  /**
   * Compares.
   *
   * @param named the events that the entries name, in their order
   */
  void compare(TilePath bundle, List<@Nullable String> named) throws IOException, Findings.TooMany {
    String path = EventSequence.path(bundle);
    long begin = bundle.index() * TilePath.FULL;
    Optional<InputStream> file = files.open(path);
    if (file.isEmpty()) {
      findings.add(
          Finding.about(
              Kind.EVENT,
              path,
              begin,
              begin + bundle.width() - 1,
              "file " + path + ": is missing"));
      return;
    }
    List<String> found = new ArrayList<>();
    try (EventSequence events = new EventSequence(file.get(), path)) {
      String event = events.next();
      while (event != null && found.size() < MOST) {
        found.add(event);
        event = events.next();
      }
    } catch (LogDataException e) {
      findings.add(
          Finding.about(
              Kind.EVENT,
              path,
              begin + Math.min(found.size(), bundle.width() - 1),
              begin + bundle.width() - 1,
              String.valueOf(e.getMessage())));
    }
    report(path, begin, named, found);
  }

  private void report(String path, long begin, List<@Nullable String> named, List<String> found)
      throws Findings.TooMany {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      places.putIfAbsent(found.get(i), i);
    }
    Map<String, Integer> wanted = new HashMap<>();
    int last = -1;
    for (int i = 0; i < named.size(); i++) {
      String event = named.get(i);
      if (event == null) {
        add(path, begin + i, "entry " + (begin + i) + " names no event");
        continue;
      }
      wanted.put(event, i);
      Integer place = places.get(event);
      if (place == null) {
        add(path, begin + i, "the event of entry " + (begin + i) + " is changed or missing");
      } else if (place < last) {
        add(path, begin + i, "the event of entry " + (begin + i) + " is behind later ones");
      } else {
        last = place;
      }
    }
    long strangers = found.stream().filter(event -> !wanted.containsKey(event)).count();
    int extra = found.size() - named.size();
    if (extra > 0) {
      findings.add(
          Finding.of(
              Kind.EVENT,
              path,
              path
                  + " has "
                  + strangers
                  + " events that no entry names, and "
                  + extra
                  + " more than there are entries"));
    }
  }

  private void add(String path, long entry, String message) throws Findings.TooMany {
    findings.add(Finding.about(Kind.EVENT, path, entry, entry, message));
  }
}
