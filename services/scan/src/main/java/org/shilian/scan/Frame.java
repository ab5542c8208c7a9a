package org.shilian.scan;

import io.quarkus.qute.RawString;
import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;
import org.shilian.scan.words.Language;
import org.shilian.scan.words.OrderWording;
import org.shilian.scan.words.UnitWording;
import org.shilian.scan.words.Wording;

/**
 * What all pages have round their content.
 *
 * @param style the style sheet, which stands in the page
 * @param otherLanguageHref the same page in the other language
 * @param canonical the one URI of what the page is about; null when it is about nothing
 * @param forParties whether the page names those whose business it is
 */
public record Frame(
    Language language,
    String title,
    RawString style,
    String otherLanguageHref,
    @Nullable String canonical,
    boolean forParties) {

  /** The same of a page that names those whose business it is, if it does. */
  Frame forParties(boolean named) {
    return new Frame(language, title, style, otherLanguageHref, canonical, named);
  }

  /** What stands at the foot. */
  public String footnote() {
    return forParties ? words().footnoteForParties() : words().footnote();
  }

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

  public UnitWording units() {
    return language.units();
  }
}
