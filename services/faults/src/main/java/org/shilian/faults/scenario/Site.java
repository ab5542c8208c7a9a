package org.shilian.faults.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.faults.check.Audit.Place;
import org.shilian.faults.load.Load;
import org.shilian.faults.poison.Poisoner;
import org.shilian.faults.stack.Stack;

/** Where a fault strikes: the stack under load, and the dice. */
public final class Site {
  private final Stack stack;
  private final Random random;
  private final Load load;
  private final List<String> notes = new ArrayList<>();
  private long since = System.nanoTime();
  private @Nullable Poisoner poisoner;

  Site(Stack stack, Random random, Load load) {
    this.stack = stack;
    this.random = random;
    this.load = load;
  }

  /** What is struck. */
  public Stack stack() {
    return stack;
  }

  Random random() {
    return random;
  }

  Load load() {
    return load;
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /** A fault begins; or, said by the fault itself, from now on all could be as before. */
  void fromNow() {
    since = System.nanoTime();
  }

  /** From when on recovery is measured, as {@link System#nanoTime}. */
  long since() {
    return since;
  }

  /** Something that the report should say. */
  void note(String text) {
    notes.add(text);
  }

  /** Each once, with how often it was said. */
  List<String> notes() {
    Map<String, Integer> counted = new LinkedHashMap<>();
    notes.forEach(note -> counted.merge(note, 1, Integer::sum));
    return counted.entrySet().stream()
        .map(note -> note.getValue() == 1 ? note.getKey() : note.getValue() + " × " + note.getKey())
        .toList();
  }

  /** A number of milliseconds from the first to the second. */
  int millis(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  Poisoner poisoner() {
    if (poisoner == null) {
      poisoner = new Poisoner(stack, random);
    }
    return poisoner;
  }

  /** The one that was used, if any was. */
  Optional<Poisoner> usedPoisoner() {
    return Optional.ofNullable(poisoner);
  }

  Set<Place> pastTheDoor() {
    return poisoner == null ? new HashSet<>() : poisoner.sent();
  }

  static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
