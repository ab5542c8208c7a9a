package org.shilian.capture.epcis.job;

import org.shilian.epcis.DocumentHeader;
import org.shilian.problem.Problem;
import org.shilian.problem.Violation;

/** Where a document has its events, as JSON Pointers into it. */
public enum EventList {
  /** Of an EPCISDocument. */
  DOCUMENT('d', "/epcisBody/"),
  /** Of an EPCISQueryDocument. */
  QUERY_DOCUMENT('q', "/epcisBody/queryResults/resultsBody/");

  private final char letter;
  private final String parent;

  EventList(char letter, String parent) {
    this.letter = letter;
    this.parent = parent;
  }

  /** The list of a document of this kind. */
  public static EventList of(DocumentHeader.Kind kind) {
    return kind == DocumentHeader.Kind.QUERY_DOCUMENT ? QUERY_DOCUMENT : DOCUMENT;
  }

  static EventList of(char letter) {
    for (EventList list : values()) {
      if (list.letter == letter) {
        return list;
      }
    }
    throw new IllegalArgumentException(letter + " is no kind of document");
  }

  char letter() {
    return letter;
  }

  /** The place in the document of what the reader of documents calls by this path. */
  public String pointer(String path) {
    if (path.equals("document")) {
      return "";
    }
    return path.startsWith("eventList") ? parent + path : "/" + path;
  }

  /** What is wrong with one of the events, seen from the document. */
  public Violation place(int index, Violation violation) {
    String event = parent + "eventList/" + index;
    String field = violation.field();
    return violation.within(field.isEmpty() || field.startsWith("/") ? event : event + "/");
  }

  Problem place(int index, Problem problem) {
    return new Problem(
        problem.type(),
        problem.title(),
        problem.status(),
        problem.detail(),
        problem.instance(),
        problem.violations().stream().map(violation -> place(index, violation)).toList());
  }
}
