package org.shilian.simulator.filing;

/** What the server has to say to an upload. */
public enum Expected {
  ACCEPTED,
  DUPLICATE,
  REFUSED
}
