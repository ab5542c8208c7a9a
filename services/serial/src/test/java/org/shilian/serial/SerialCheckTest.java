package org.shilian.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.serial.SerialCheck.Verdict;

class SerialCheckTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Gtin DUCK = new Gtin("09521234000013");
  private static final Gtin BUN = new Gtin("09521234000020");
  private static final Lot LOT = new Lot("20261101-1");

  private final SerialCheck check = new SerialCheck(Keys.AFTER);

  @Test
  void knowsItsOwn() {
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      ItemKey key = i % 2 == 0 ? Keys.OLD : Keys.NEW;
      long counter = random.nextLong(ItemSerials.COUNTERS);
      Serial serial = new Serial(new ItemSerials(key, DUCK, LOT).serial(counter));

      assertThat(check.check(DUCK, LOT, serial)).isEqualTo(Verdict.GENUINE);
      assertThat(check.place(DUCK, serial)).isEqualTo(new SerialCheck.Place(key.id(), counter));
    }
  }

  @Test
  void knowsAfterANewKeyWhatWasMadeBeforeIt() {
    Serial old = new Serial(new ItemSerials(Keys.OLD, DUCK, LOT).serial(42));
    Serial young = new Serial(new ItemSerials(Keys.NEW, DUCK, LOT).serial(42));

    assertThat(new SerialCheck(Keys.BEFORE).check(DUCK, LOT, old)).isEqualTo(Verdict.GENUINE);
    assertThat(new SerialCheck(Keys.AFTER).check(DUCK, LOT, old)).isEqualTo(Verdict.GENUINE);
    assertThat(new SerialCheck(Keys.AFTER).check(DUCK, LOT, young)).isEqualTo(Verdict.GENUINE);
    assertThat(new SerialCheck(Keys.BEFORE).check(DUCK, LOT, young)).isEqualTo(Verdict.UNKNOWN_KEY);
    assertThat(new SerialCheck(Keys.BEFORE).place(DUCK, young)).isNull();
  }

  /** Each of the sixteen characters, changed to each of the other 31. */
  @Test
  void refusesASerialOfWhichAnyCharacterWasChanged() {
    String genuine = new ItemSerials(Keys.OLD, DUCK, LOT).serial(42);
    for (int i = 0; i < genuine.length(); i++) {
      for (int j = 0; j < ALPHABET.length(); j++) {
        char c = ALPHABET.charAt(j);
        if (c != genuine.charAt(i)) {
          Serial changed = new Serial(genuine.substring(0, i) + c + genuine.substring(i + 1));
          assertThat(check.check(DUCK, LOT, changed))
              .isEqualTo(i == 0 && c != 'Z' ? Verdict.UNKNOWN_KEY : Verdict.FORGED);
        }
      }
    }
  }

  @Test
  void refusesAGenuineSerialOnAnotherProductOrLot() {
    Serial serial = new Serial(new ItemSerials(Keys.OLD, DUCK, LOT).serial(42));

    assertThat(check.check(BUN, LOT, serial)).isEqualTo(Verdict.FORGED);
    assertThat(check.check(DUCK, new Lot("20261101-2"), serial)).isEqualTo(Verdict.FORGED);
    assertThat(check.check(DUCK, new Lot("20261101-"), serial)).isEqualTo(Verdict.FORGED);
  }

  /** One in 2^40 would pass; with this seed none of the hundred thousand does. */
  @Test
  void refusesWhatIsGuessed() {
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      StringBuilder guess = new StringBuilder("0");
      while (guess.length() < ItemSerials.LENGTH) {
        guess.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      assertThat(check.check(DUCK, LOT, new Serial(guess.toString()))).isEqualTo(Verdict.FORGED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "0AAAAAAAAAAAAAA",
        "0AAAAAAAAAAAAAAAA",
        "0aaaaaaaaaaaaaaa",
        "0AAAAAAAAAAAAAAU"
      })
  void leavesToOthersWhatHasAnotherForm(String serial) {
    assertThat(check.check(DUCK, LOT, new Serial(serial))).isEqualTo(Verdict.OTHER_FORM);
    assertThat(check.place(DUCK, new Serial(serial))).isNull();
  }
}
