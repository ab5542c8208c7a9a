package org.shilian.faults.stack;

/**
 * What a stack is made of.
 *
 * @param brokers one, or three
 * @param servers how many servers run from the start
 * @param postgresMegabytes how large the file system is that PostgreSQL has for itself; 0 for that
 *     of everything else
 */
public record Shape(int brokers, int servers, int postgresMegabytes) {
  /** One of each. */
  public static final Shape ONE_OF_EACH = new Shape(1, 1, 0);
}
