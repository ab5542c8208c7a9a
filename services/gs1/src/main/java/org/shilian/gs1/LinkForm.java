package org.shilian.gs1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way of writing GS1 keys into a web address that is no GS1 Digital Link URI: the words that
 * GS1's own first releases had, or what a vendor agreed on with itself. Whoever meets another one
 * writes another form and reads with {@link DigitalLink#parse(String, List)}.
 */
@FunctionalInterface
public interface LinkForm {
  /**
   * The address as a Digital Link URI, or null if it is not of this form.
   *
   * <p>It is asked only about what has no key in its path, of any length, and has to come to an end
   * in linear time. What it makes need not be a good link: that is checked afterwards.
   *
   * @param address an http or https URI or the path of one, raw
   */
  @Nullable String asDigitalLink(String address);

  /** The forms that are known here, in the order in which they are tried. */
  static List<LinkForm> known() {
    return List.of(WordsInPath.KNOWN, NamesInQuery.KNOWN);
  }
}
