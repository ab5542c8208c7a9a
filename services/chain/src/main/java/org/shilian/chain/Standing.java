package org.shilian.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which events count. A VOID takes an event of the same operator out, unless the VOID itself is
 * taken out by another. VOIDs that name one another in a ring count for nothing, whatever else is
 * said of them: there is no first among them.
 */
public final class Standing {
  private Standing() {}

  /**
   * A VOID.
   *
   * @param eventId the VOID's own eventID
   * @param target the eventID it names
   * @param operator whose VOID it is
   */
  public record Declaration(String eventId, String target, String operator) {}

  /**
   * The eventIDs that do not count, for these VOIDs. The answer is complete for an event when all
   * VOIDs that lead to it, directly or through others, are among them.
   *
   * @param operatorOf whose event has this eventID; null for one that is not known (yet)
   */
  public static Set<String> voided(
      Collection<Declaration> declarations, Function<String, @Nullable String> operatorOf) {
    Map<String, Declaration> unresolved = new HashMap<>();
    Map<String, List<Declaration>> against = new HashMap<>();
    for (Declaration declaration : declarations) {
      if (declaration.operator().equals(operatorOf.apply(declaration.target()))) {
        unresolved.put(declaration.eventId(), declaration);
        against.computeIfAbsent(declaration.target(), id -> new ArrayList<>()).add(declaration);
      }
    }
    Set<String> voided = new HashSet<>();
    Map<String, Integer> open = new HashMap<>();
    Deque<Declaration> ready = new ArrayDeque<>();
    for (Declaration declaration : unresolved.values()) {
      int waitsFor = against.getOrDefault(declaration.eventId(), List.of()).size();
      open.put(declaration.eventId(), waitsFor);
      if (waitsFor == 0) {
        ready.add(declaration);
      }
    }
    while (!ready.isEmpty()) {
      Declaration declaration = ready.remove();
      unresolved.remove(declaration.eventId());
      if (!voided.contains(declaration.eventId())) {
        voided.add(declaration.target());
      }
      Declaration next = unresolved.get(declaration.target());
      if (next != null && open.merge(next.eventId(), -1, Integer::sum) == 0) {
        ready.add(next);
      }
    }
    // what never became ready waits for itself
    voided.addAll(unresolved.keySet());
    return voided;
  }
}
