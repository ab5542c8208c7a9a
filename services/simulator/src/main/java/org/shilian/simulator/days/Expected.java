package org.shilian.simulator.days;

/** What the server has to say to an upload. */
public enum Expected {
  ACCEPTED,
  DUPLICATE,
  REFUSED
}
