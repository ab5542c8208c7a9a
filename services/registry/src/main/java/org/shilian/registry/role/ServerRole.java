package org.shilian.registry.role;

/** A part that a process can serve; one process may serve all of them. */
public enum ServerRole {
  /** The doors for events, and the registry of operators, products and keys. */
  CAPTURE,
  /** The consumer loop that appends events and keeps the graph. */
  LEDGER,
  /** Codes and their symbols. */
  CODES,
  /** The resolver and the consumer's pages. */
  SCAN,
  /** Rates for the regulator. */
  REGULATOR
}
