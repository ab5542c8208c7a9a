package org.shilian.scan;

import io.quarkus.qute.RawString;
import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;
import org.shilian.scan.words.Language;
import org.shilian.scan.words.OrderWording;
import org.shilian.scan.words.Wording;

/**
 * What all pages have round their content.
 *
 * @param style the style sheet, which stands in the page
 * @param otherLanguageHref the same page in the other language
 * @param canonical the one URI of what the page is about; null when it is about nothing
 */
public record Frame(
    Language language,
    String title,
    RawString style,
    String otherLanguageHref,
    @Nullable String canonical) {

  public Wording words() {
    return language.wording();
  }

  /** The tag of the language that a name from the registry is in, for a reader's voice and font. */
  public String tongue(String name) {
    return name.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN)
        ? Language.CHINESE.tag()
        : language.tag();
  }

  public OrderWording orders() {
    return language.orders();
  }
}
