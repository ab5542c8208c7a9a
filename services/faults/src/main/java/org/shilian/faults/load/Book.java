package org.shilian.faults.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shilian.chain.trade.TradeEvent;

/** What was posted, what of it was acknowledged, and what the ledger said of it. */
public final class Book {
  private static final int SHOWN = 5;

  private final Map<String, Posted> posted = new ConcurrentHashMap<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<String, String> verdicts = new ConcurrentHashMap<>();

  Book() {}

  void posting(Collection<Posted> events) {
    events.forEach(event -> posted.put(event.eventId(), event));
  }

  void acknowledged(Collection<Posted> events) {
    events.forEach(event -> acknowledged.add(event.eventId()));
  }

  void verdict(Posted event, String verdict) {
    verdicts.put(event.eventId(), verdict);
  }

  /** The eventIDs that a 202 was given for. */
  public Set<String> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  /** Whether this eventID was ever posted, acknowledged or not. */
  public boolean knows(String eventId) {
    return posted.containsKey(eventId);
  }

  /** The events that a 202 was given for. */
  public List<TradeEvent> acknowledgedEvents() {
    List<TradeEvent> events = new ArrayList<>();
    posted.forEach(
        (id, event) -> {
          if (acknowledged.contains(id)) {
            events.add(event.event());
          }
        });
    return events;
  }

  /** What is wrong in the book itself: events without an acknowledgement, or not accepted. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    posted.forEach(
        (id, event) -> {
          String verdict = verdicts.getOrDefault(id, "none");
          if (!acknowledged.contains(id)) {
            problems.add(id + " was never acknowledged");
          } else if (!verdict.equals("accepted") && !verdict.equals("duplicate")) {
            problems.add(id + ": the verdict is " + verdict + " of " + event.json());
          }
        });
    return problems.size() <= SHOWN
        ? problems
        : List.of(problems.size() + " events, such as " + problems.subList(0, SHOWN));
  }
}
