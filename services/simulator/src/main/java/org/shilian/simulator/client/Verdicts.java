package org.shilian.simulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.filing.Filing;

/**
 * What is known about the events of one request; the server may need a while to make up its mind.
 */
final class Verdicts {
  private static final String PENDING = "pending";

  private final Parcel parcel;
  private final boolean again;
  private final String[] verdicts;
  private final String[] eventIds;
  private final String[] problems;
  private final @Nullable String capture;

  private Verdicts(Parcel parcel, Answer answer) {
    int size = parcel.filings().size();
    this.parcel = parcel;
    this.again = answer.again();
    this.verdicts = new String[size];
    this.eventIds = new String[size];
    this.problems = new String[size];
    Arrays.fill(verdicts, PENDING);
    Arrays.fill(eventIds, "");
    Arrays.fill(problems, "");
    this.capture =
        answer.body().path("capture").isTextual() ? answer.body().path("capture").asText() : null;
  }

  /**
   * Reads the answer to a request with events: 202 has a verdict for each; any other status means
   * that nothing of it was taken.
   *
   * @throws PlatformException when the server failed, or does not know the key
   */
  static Verdicts of(Parcel parcel, Answer answer) {
    if (answer.status() >= 500 || answer.status() == 401) {
      throw new PlatformException("POST /api/v1/events: " + answer.words());
    }
    Verdicts verdicts = new Verdicts(parcel, answer);
    if (answer.ok()) {
      verdicts.take(answer.body().path("events"));
    } else {
      Arrays.fill(verdicts.verdicts, "refused");
      Arrays.fill(verdicts.problems, answer.words());
    }
    return verdicts;
  }

  String key() {
    return parcel.key();
  }

  /** The capture to ask about; null when there is nothing to wait for. */
  @Nullable String capture() {
    return pending() ? capture : null;
  }

  private boolean pending() {
    return Arrays.asList(verdicts).contains(PENDING);
  }

  /**
   * Reads a later state of the capture: it may list all events or only those it still waited for.
   */
  void take(JsonNode events) {
    for (JsonNode event : events) {
      int at = place(event);
      if (at >= 0) {
        verdicts[at] = event.path("verdict").asText(PENDING);
        eventIds[at] = event.path("eventID").asText("");
        problems[at] =
            event.path("problem").isMissingNode() ? "" : event.path("problem").toString();
      }
    }
  }

  private int place(JsonNode event) {
    String id = event.path("eventID").asText("");
    int index = event.path("index").asInt(-1);
    boolean fits =
        index >= 0
            && index < verdicts.length
            && (eventIds[index].isEmpty() || id.isEmpty() || eventIds[index].equals(id));
    if (fits) {
      return verdicts[index].equals(PENDING) ? index : -1;
    }
    for (int i = 0; i < verdicts.length; i++) {
      if (verdicts[i].equals(PENDING) && !id.isEmpty() && eventIds[i].equals(id)) {
        return i;
      }
    }
    return -1;
  }

  void addTo(Tally tally) {
    List<Filing> filings = parcel.filings();
    for (int i = 0; i < verdicts.length; i++) {
      Filing filing = filings.get(i);
      String about = filing.event().toJson() + (problems[i].isEmpty() ? "" : " — " + problems[i]);
      tally.add(filing.expected(), verdicts[i], again, about);
    }
  }

  int size() {
    return verdicts.length;
  }
}
