package org.shilian.epcis;

/** How an event relates to the life of what it names (EPCIS 2.0 §7.3.2). */
public enum Action {
  /** The thing, aggregation or link came into being. */
  ADD,
  /** It was seen, and neither made nor ended. */
  OBSERVE,
  /** It ended. */
  DELETE
}
