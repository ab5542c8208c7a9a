package org.shilian.epcis;

/** An event of EPCIS 2.0 (§7.4): one of five kinds. Each validates itself and is immutable. */
public sealed interface EpcisEvent
    permits ObjectEvent, AggregationEvent, TransactionEvent, TransformationEvent, AssociationEvent {
  /** What every kind of event has. */
  EventCommon common();

  /** The event's {@code type} in JSON, and its {@code eventType} in the hash. */
  default String type() {
    return getClass().getSimpleName();
  }
}
