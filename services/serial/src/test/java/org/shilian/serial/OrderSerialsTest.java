package org.shilian.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Gdti;

class OrderSerialsTest {
  private static final CompanyPrefix PREFIX = new CompanyPrefix("9521199");
  private static final String SEALS = PREFIX.gdti(1, null).type();
  private static final String DELIVERIES = PREFIX.gdti(2, null).type();

  /** What another implementation, in another language, made from the description in ADR 0013. */
  @ParameterizedTest
  @CsvSource({
    "0, 9521199000010, 0, 0TJ94PECZS1XYPTZW",
    "0, 9521199000010, 1, 0RECDDH3DWTS7GA2Q",
    "0, 9521199000010, 34359738367, 0C3RYQ4MZ0TYDSRGW",
    "Z, 9521199000027, 123456789, ZXTCKYSRB5VXFNNJB"
  })
  void makesTheSerialsThatTheDescriptionGives(
      String key, String type, long counter, String serial) {
    ItemKey made = key.equals("0") ? Keys.OLD : Keys.NEW;

    assertThat(new OrderSerials(made, type).serial(counter)).isEqualTo(serial);
  }

  @Test
  void findsThePlaceOfWhatItMade() {
    OrderSerials old = new OrderSerials(Keys.OLD, SEALS);
    OrderSerials late = new OrderSerials(Keys.NEW, SEALS);
    for (long counter : new long[] {0, 1, 99_999, OrderSerials.COUNTERS - 1}) {
      assertThat(OrderSerials.place(Keys.AFTER, new Gdti(SEALS + old.serial(counter))))
          .isEqualTo(new SerialCheck.Place("0", counter));
      assertThat(OrderSerials.place(Keys.AFTER, new Gdti(SEALS + late.serial(counter))))
          .isEqualTo(new SerialCheck.Place("Z", counter));
    }
  }

  @Test
  void findsNoPlaceForAnythingElse() {
    String serial = new OrderSerials(Keys.OLD, SEALS).serial(7);
    char last = serial.charAt(16);
    String forged = serial.substring(0, 16) + (last == '0' ? '1' : '0');

    assertThat(OrderSerials.place(Keys.BEFORE, new Gdti(SEALS))).isNull();
    assertThat(OrderSerials.place(Keys.BEFORE, new Gdti(SEALS + forged))).isNull();
    assertThat(OrderSerials.place(Keys.BEFORE, new Gdti(DELIVERIES + serial))).isNull();
    assertThat(OrderSerials.place(Keys.BEFORE, new Gdti(SEALS + serial.substring(1)))).isNull();
    assertThat(OrderSerials.place(Keys.BEFORE, new Gdti(SEALS + "Q" + serial.substring(1))))
        .isNull();
    assertThat(OrderSerials.place(Keys.BEFORE, new Gdti(SEALS + serial.toLowerCase(Locale.ROOT))))
        .isNull();
    assertThat(OrderSerials.place(ItemKeys.none(), new Gdti(SEALS + serial))).isNull();
  }

  @Test
  void givesNoSerialTwice() {
    OrderSerials serials = new OrderSerials(Keys.OLD, SEALS);
    Set<String> seen = new HashSet<>();

    for (long counter = 0; counter < 50_000; counter++) {
      assertThat(seen.add(serials.serial(counter))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 35, Long.MAX_VALUE})
  void refusesCountersThatDoNotFit(long counter) {
    OrderSerials serials = new OrderSerials(Keys.OLD, SEALS);

    assertThatThrownBy(() -> serials.serial(counter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("order counter " + counter + ": is not from 0 to 34359738367");
  }
}
