package org.shilian.ledger.trace.words;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** A language in which a trace can be told. */
public enum Language {
  CHINESE("zh-CN"),
  ENGLISH("en");

  private static final List<String> PRIMARY = List.of("zh", "en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /**
   * The best by Accept-Language (RFC 9110, 12.5.4; lookup by RFC 4647, 3.4), else Chinese.
   *
   * @param accepted the header; null or malformed counts as none
   */
  public static Language of(@Nullable String accepted) {
    if (accepted == null || accepted.isBlank()) {
      return CHINESE;
    }
    try {
      String found = Locale.lookupTag(LanguageRange.parse(accepted), PRIMARY);
      return "en".equals(found) ? ENGLISH : CHINESE;
    } catch (IllegalArgumentException malformed) {
      return CHINESE;
    }
  }

  /** The language tag (BCP 47). */
  public String tag() {
    return tag;
  }

  Wording wording() {
    return this == CHINESE ? new ChineseWording() : new EnglishWording();
  }
}
