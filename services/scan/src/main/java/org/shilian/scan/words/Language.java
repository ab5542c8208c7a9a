package org.shilian.scan.words;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** A language in which pages are offered. */
public enum Language {
  CHINESE("zh-CN", "zh"),
  ENGLISH("en", "en");

  private static final List<String> PRIMARY = List.of("zh", "en");

  private final String tag;
  private final String primary;

  Language(String tag, String primary) {
    this.tag = tag;
    this.primary = primary;
  }

  /**
   * The language to answer in: the asked one if it is offered, else the best by Accept-Language
   * (RFC 9110, 12.5.4; lookup by RFC 4647, 3.4), else Chinese.
   *
   * @param asked the {@code lang} parameter of the request; null or a tag, whatever it is
   * @param accepted the Accept-Language header of the request; one that is malformed counts as none
   */
  public static Language choose(@Nullable String asked, @Nullable String accepted) {
    Language language = asked == null ? null : lookup(asked);
    if (language == null && accepted != null) {
      language = lookup(accepted);
    }
    return language == null ? CHINESE : language;
  }

  private static @Nullable Language lookup(String ranges) {
    if (ranges.isBlank()) {
      return null;
    }
    String found;
    try {
      found = Locale.lookupTag(LanguageRange.parse(ranges), PRIMARY);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
    for (Language language : values()) {
      if (language.primary.equals(found)) {
        return language;
      }
    }
    return null;
  }

  /** The language tag (BCP 47) for Content-Language and the lang attribute. */
  public String tag() {
    return tag;
  }

  /** The language a reader of this one may want instead. */
  public Language other() {
    return this == CHINESE ? ENGLISH : CHINESE;
  }

  /** What pages of order codes say. */
  public OrderWording orders() {
    return this == CHINESE ? ChineseOrderWording.INSTANCE : EnglishOrderWording.INSTANCE;
  }

  /** What pages of boxes and pallets say. */
  public UnitWording units() {
    return this == CHINESE ? ChineseUnitWording.INSTANCE : EnglishUnitWording.INSTANCE;
  }

  /** What pages say of single packages. */
  public ItemWording items() {
    return this == CHINESE ? ChineseItemWording.INSTANCE : EnglishItemWording.INSTANCE;
  }

  public Wording wording() {
    return this == CHINESE ? ChineseWording.INSTANCE : EnglishWording.INSTANCE;
  }
}
