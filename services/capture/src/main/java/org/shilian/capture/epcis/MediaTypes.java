package org.shilian.capture.epcis;

/** The media types that EPCIS documents and events are read and given in. */
final class MediaTypes {
  static final String JSON = "application/json";
  static final String JSON_LD = "application/ld+json";

  private MediaTypes() {}
}
