package org.shilian.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ItemKeysTest {
  @Test
  void makesUnderTheLastKeyAndKnowsAll() {
    ItemKeys keys =
        ItemKeys.parse(
            "# of 2026\n0 " + Keys.OLD_SECRET + "\n\n  Z\t" + Keys.NEW_SECRET + "  \r\n");

    assertThat(keys.current()).hasToString("item key Z");
    assertThat(keys.get("0")).hasToString("item key 0");
    assertThat(keys.get("1")).isNull();
    assertThat(keys.get("")).isNull();
    assertThat(ItemKeys.none().current()).isNull();
  }

  @Test
  void namesTheLineOfWhatIsNoKeyAndShowsNoSecret() {
    assertRefused("0 " + Keys.OLD_SECRET + "\n0 " + Keys.NEW_SECRET, "line 2", "a key 0 already");
    assertRefused("\nU " + Keys.OLD_SECRET, "line 2", "item key id U", "without I, L, O and U");
    assertRefused("a " + Keys.OLD_SECRET, "line 1", "item key id a");
    assertRefused("1 " + Keys.OLD_SECRET.substring(1), "line 1", "it has 63 characters");
    assertRefused(Keys.OLD_SECRET, "line 1", "is not an id, a blank and a secret");
    assertRefused("# none\n", "there is no key");
  }

  private static void assertRefused(String text, String... parts) {
    assertThatThrownBy(() -> ItemKeys.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts)
        .message()
        .doesNotContain(Keys.OLD_SECRET.substring(8), Keys.NEW_SECRET.substring(8));
  }
}
