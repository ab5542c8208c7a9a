package org.shilian.capture.epcis.ask;

import java.util.List;
import java.util.regex.Pattern;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/**
 * An edition of a GS1 standard. Errata, the third number, change nothing of what is said over the
 * wire: 2.0, 2.0.0 and 2.0.1 are one edition.
 */
record Edition(int major, int minor) implements Comparable<Edition> {
  private static final Pattern FORM = Pattern.compile("\\d{1,6}(\\.\\d{1,6})*");

  /** What this server speaks, of EPCIS and of the CBV. */
  static final Edition SPOKEN = new Edition(2, 0);

  /**
   * Reads a header.
   *
   * @throws ProblemException INVALID_INPUT if it is no version number
   */
  static Edition of(String header, String value) {
    String text = value.strip();
    if (!FORM.matcher(text).matches()) {
      throw ProblemException.invalid(
          List.of(new Violation(header, value, "must be a version number, like 2.0")));
    }
    String[] numbers = text.split("\\.", -1);
    return new Edition(
        Integer.parseInt(numbers[0]), numbers.length == 1 ? 0 : Integer.parseInt(numbers[1]));
  }

  @Override
  public int compareTo(Edition other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
