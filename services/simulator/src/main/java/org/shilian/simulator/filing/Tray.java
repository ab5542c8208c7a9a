package org.shilian.simulator.filing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What lies ready to be uploaded, by the day it will be, and the count of what went wrong. */
public final class Tray {
  private final Map<LocalDate, List<Filing>> byDay = new TreeMap<>();
  private final Map<Mishap, Long> mishaps = new EnumMap<>(Mishap.class);
  private long filed;

  public void put(LocalDate day, Filing filing) {
    byDay.computeIfAbsent(day, at -> new ArrayList<>()).add(filing);
    filed++;
  }

  /** In the order they were put there. */
  public List<Filing> take(LocalDate day) {
    List<Filing> due = byDay.remove(day);
    return due == null ? List.of() : due;
  }

  /** How many were ever put here. */
  public long filed() {
    return filed;
  }

  public long left() {
    return byDay.values().stream().mapToLong(List::size).sum();
  }

  public void count(Mishap mishap) {
    mishaps.merge(mishap, 1L, Long::sum);
  }

  public Map<Mishap, Long> mishaps() {
    return new EnumMap<>(mishaps);
  }
}
