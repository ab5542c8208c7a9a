package org.shilian.capture.outcome;

import java.util.List;

/**
 * What became of a capture.
 *
 * @param capture its id
 * @param state running while any event is pending, then done
 * @param events one verdict an event, in the order of the document
 */
public record CaptureAnswer(String capture, String state, List<EventVerdict> events) {
  static CaptureAnswer of(CaptureId id, List<EventVerdict> events) {
    boolean running = events.stream().anyMatch(event -> event.verdict().equals("pending"));
    return new CaptureAnswer(id.text(), running ? "running" : "done", events);
  }
}
