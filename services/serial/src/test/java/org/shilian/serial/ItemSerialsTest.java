package org.shilian.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

class ItemSerialsTest {
  private static final Gtin DUCK = new Gtin("09521234000013");
  private static final Lot LOT = new Lot("20261101-1");

  /** What another implementation, in another language, made from the description in ADR 0010. */
  @ParameterizedTest
  @CsvSource({
    "0, 09521234000013, 20261101-1, 0, 044G14HPJWCDBPFS",
    "0, 09521234000013, 20261101-1, 1, 0DD0KMYJ2NTAZEQ5",
    "0, 09521234000013, 20261101-1, 34359738367, 0SDMB1FF3PYQ1ZD9",
    "Z, 09521234000020, A, 123456789, ZJVDAX3PBNED9S39"
  })
  void makesTheSerialsThatTheDescriptionGives(
      String key, String gtin, String lot, long counter, String serial) {
    ItemKey made = key.equals("0") ? Keys.OLD : Keys.NEW;

    assertThat(new ItemSerials(made, new Gtin(gtin), new Lot(lot)).serial(counter))
        .isEqualTo(serial);
  }

  @Test
  void permutesEveryCounterToOneOfTheSameWidthAndBack() {
    CounterPermutation permutation = new CounterPermutation(Keys.OLD.permutationKey(), DUCK);
    Random random = new Random(7);

    for (int i = 0; i < 50_000; i++) {
      long counter = random.nextLong(CounterPermutation.SIZE);
      long permuted = permutation.permute(counter);
      assertThat(permuted).isBetween(0L, CounterPermutation.SIZE - 1);
      assertThat(permutation.inverse(permuted)).isEqualTo(counter);
    }
  }

  @Test
  void givesNoSerialTwice() {
    ItemSerials serials = new ItemSerials(Keys.OLD, DUCK, LOT);
    Set<String> seen = new HashSet<>();

    for (long counter = 0; counter < 100_000; counter++) {
      assertThat(seen.add(serials.serial(counter).substring(0, ItemSerials.SEAL_AT))).isTrue();
    }
  }

  /** Neighbours share, by chance, one character in 32 of the seven that hold the counter. */
  @Test
  void showsNothingOfTheOrder() {
    ItemSerials serials = new ItemSerials(Keys.OLD, DUCK, LOT);
    int shared = 0;
    String before = serials.serial(0);
    for (long counter = 1; counter <= 20_000; counter++) {
      String next = serials.serial(counter);
      for (int i = ItemSerials.COUNTER_AT; i < ItemSerials.SEAL_AT; i++) {
        shared += next.charAt(i) == before.charAt(i) ? 1 : 0;
      }
      before = next;
    }
    // of 140,000 characters 4,375 are to be expected, with a deviation of 65
    assertThat(shared).isBetween(4_375 - 330, 4_375 + 330);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 35, Long.MAX_VALUE, Long.MIN_VALUE})
  void refusesCountersThatDoNotFit(long counter) {
    ItemSerials serials = new ItemSerials(Keys.OLD, DUCK, LOT);

    assertThatThrownBy(() -> serials.serial(counter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("item counter " + counter + ": is not from 0 to 34359738367");
  }
}
