package org.shilian.chain.topic;

/** The headers of an event's record; each value is text in UTF-8. */
public enum EventHeader {
  /** The event's identity. */
  EVENT_ID("eventID"),
  /** USCC of the operator that posted it. */
  ACTOR("actor"),
  /** The capture it came with. */
  CAPTURE("capture"),
  /** Its place in that capture, from 0. */
  CAPTURE_INDEX("captureIndex"),
  /** The CBV event hash of its content. */
  HASH("hash"),
  /**
   * The party URIs that the door resolved: a JSON object of URI to USCC; absent if there are none.
   */
  PARTIES("parties"),
  /** Version of this form of record. */
  SCHEMA_VERSION("schemaVersion");

  /** The version written today. */
  public static final String CURRENT_SCHEMA_VERSION = "1";

  private final String headerName;

  EventHeader(String headerName) {
    this.headerName = headerName;
  }

  /** The Kafka header's name. */
  public String headerName() {
    return headerName;
  }
}
