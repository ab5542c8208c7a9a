package org.shilian.registry.products;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A category of food.
 *
 * @param edition of the table the code is from: {@code 2020} for 食品生产许可分类目录, {@code local-1} for
 *     what needs no production licence
 * @param code for example {@code 0401} or {@code AG-LEAF}
 */
@Embeddable
@Schema(name = "Category", examples = "{\"edition\": \"2020\", \"code\": \"2401\"}")
public record CategoryKey(
    @Column(name = "edition") String edition, @Column(name = "code") String code) {
  /**
   * Checks what is meant to be a code.
   *
   * @throws IllegalArgumentException naming the rule
   */
  static String checkCode(String text) {
    if (!text.matches("[0-9A-Z-]{1,40}")) {
      throw new IllegalArgumentException("is not a category code such as 0401 or AG-LEAF");
    }
    return text;
  }

  @Override
  public String toString() {
    return edition + " " + code;
  }
}
