package org.shilian.ledger.trace.sight;

import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;

/** Whose eyes a trace is for. */
public sealed interface Viewer {

  /** The platform's own people, and a regulator without a region. */
  record Everything() implements Viewer {}

  /**
   * An agency.
   *
   * @param region the beginning of the region codes it is responsible for
   */
  record Agency(String region) implements Viewer {}

  /** An enterprise. */
  record Enterprise(Uscc operator) implements Viewer {}

  /** The enterprise whose business alone is to be begun with; null if anybody's may. */
  default @Nullable String enterprise() {
    return this instanceof Enterprise enterprise ? enterprise.operator().value() : null;
  }
}
