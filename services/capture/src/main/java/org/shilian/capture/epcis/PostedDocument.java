package org.shilian.capture.epcis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.epcis.check.PostedEpcis;
import org.shilian.capture.epcis.job.EventList;
import org.shilian.epcis.EpcisDocumentReader;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisException;
import org.shilian.epcis.Namespaces;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

/**
 * A posted document, read event by event and checked in chunks, so that it is never wholly in
 * memory as a tree.
 *
 * @param list where it had its events
 * @param events each of them after the checks
 */
record PostedDocument(EventList list, List<CheckedEvent> events) {
  private static final int CHUNK = 500;

  /**
   * Reads and checks a document.
   *
   * @param maxEvents how many events it may have
   * @param check checks some events, in their order
   * @throws ProblemException INVALID_INPUT if it is no document, or has no event; TOO_LARGE if it
   *     has too many; and what the check throws
   * @throws IOException when the stream cannot be read
   */
  static PostedDocument read(
      InputStream body,
      Namespaces namespaces,
      int maxEvents,
      Function<List<PostedEpcis>, List<CheckedEvent>> check)
      throws IOException {
    List<CheckedEvent> checked = new ArrayList<>();
    List<PostedEpcis> chunk = new ArrayList<>(CHUNK);
    try (EpcisDocumentReader reader =
        EpcisDocumentReader.of(body, namespaces, EpcisDocumentReader.DEFAULT_PART_BYTES)) {
      for (PostedEpcis one = next(reader); one != null; one = next(reader)) {
        if (one.index() == maxEvents) {
          throw new ProblemException(
              ProblemType.TOO_LARGE,
              "the document has more than " + maxEvents + " events; send it in parts");
        }
        chunk.add(one);
        if (chunk.size() == CHUNK) {
          checked.addAll(check.apply(List.copyOf(chunk)));
          chunk.clear();
        }
      }
      EventList list = EventList.of(reader.header().kind());
      if (!chunk.isEmpty()) {
        checked.addAll(check.apply(List.copyOf(chunk)));
      }
      if (checked.isEmpty()) {
        throw ProblemException.invalid(
            List.of(
                new Violation(list.pointer("eventList"), "[]", "must have at least one event")));
      }
      return new PostedDocument(list, checked);
    }
  }

  private static @Nullable PostedEpcis next(EpcisDocumentReader reader) throws IOException {
    try {
      EpcisEvent event = reader.next();
      return event == null
          ? null
          : new PostedEpcis.Event(reader.index(), event, (ObjectNode) reader.json());
    } catch (EpcisException e) {
      if (reader.isRefused()) {
        throw refused(e);
      }
      return PostedEpcis.NoEvent.of(
          reader.index(), reader.json(), e, "eventList/" + reader.index());
    }
  }

  private static ProblemException refused(EpcisException e) {
    return ProblemException.invalid(
        e.violations().stream()
            .map(v -> new Violation(EventList.DOCUMENT.pointer(v.field()), v.value(), v.rule()))
            .toList());
  }

  List<CheckedEvent.Refused> refused() {
    return events.stream()
        .filter(CheckedEvent.Refused.class::isInstance)
        .map(CheckedEvent.Refused.class::cast)
        .toList();
  }

  List<CheckedEvent.Ready> ready() {
    return events.stream()
        .filter(CheckedEvent.Ready.class::isInstance)
        .map(CheckedEvent.Ready.class::cast)
        .toList();
  }
}
