package org.shilian.simulator;

/**
 * How much happens.
 *
 * @param name as the command line has it
 * @param operators in the county
 * @param events wanted, about; a few in a thousand more or less come out
 * @param days simulated
 */
public record Size(String name, int operators, long events, int days) {
  public static final Size SMALL = new Size("small", 21, 1_500, 14);
  public static final Size DEMO = new Size("demo", 80, 20_000, 30);
  public static final Size LARGE = new Size("large", 600, 1_000_000, 200);

  private static final long FEWEST_EVENTS = 500;
  private static final long MOST_EVENTS = 100_000_000;

  public Size {
    if (days < 1) {
      throw new IllegalArgumentException("days " + days + ": must be at least 1");
    }
    if (events < FEWEST_EVENTS || events > MOST_EVENTS) {
      throw new IllegalArgumentException(
          "events " + events + ": must be " + FEWEST_EVENTS + " to " + MOST_EVENTS);
    }
  }

  /**
   * Reads the command line's word.
   *
   * @param text small, demo, large or a number of events
   */
  public static Size parse(String text) {
    return switch (text) {
      case "small" -> SMALL;
      case "demo" -> DEMO;
      case "large" -> LARGE;
      default -> ofEvents(text);
    };
  }

  private static Size ofEvents(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(
          "size " + text + ": must be small, demo, large or a number of events");
    }
    long events = Long.parseLong(text);
    double demos = (double) events / DEMO.events();
    // a larger county and more days in equal measure, so that each operator's day stays ordinary
    double spread = Math.sqrt(demos);
    int operators = (int) Math.max(SMALL.operators(), Math.min(20_000, DEMO.operators() * spread));
    double perDay = operators * 8.3;
    int days = (int) Math.max(SMALL.days(), Math.min(2_000, events / perDay));
    return new Size(text, operators, events, days);
  }

  public Size withDays(int others) {
    return new Size(name, operators, events, others);
  }
}
