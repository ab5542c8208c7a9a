package org.shilian.chain.trade;

import org.jspecify.annotations.Nullable;

/**
 * One line of a test report.
 *
 * @param name what was tested for
 * @param value what was found, as the report has it, with its unit
 * @param limit what is allowed, as the report has it
 * @param passed whether it is within the limit
 */
public record TestItem(
    String name, @Nullable String value, @Nullable String limit, boolean passed) {

  /** Refuses a name that says nothing. */
  public TestItem {
    Rules.name("name", name);
    Rules.name("value", value);
    Rules.name("limit", limit);
  }
}
