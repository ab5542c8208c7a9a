package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.gs1.ai.AiTable;
import org.shilian.gs1.ai.ApplicationIdentifier;

/** Whatever comes in: a value, or the one declared exception; and what is written reads back. */
class AnyInputTest {
  private static final int ROUNDS = 2_000;
  private static final String CSET_82 =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  private static final String NASTY =
      "\u001d\u0000 \t\n#%&+/?=()[]\\.*:;<>\"'^`{|}~éß批🙂\ud83d\uff11\u0660019";

  private static final List<String> SEEDS =
      List.of(
          "https://example.com/stem/01/09520123456788/22/2A/10/A%2FB/21/7?17=261231&linkType=all#x",
          "/gtin/9520123456788/bat/A",
          "/00/106141412345678908?02=09520123456788&37=12&10=LOT%2F1",
          "/414/0614141123452/254/32a%2Fb",
          "/8006/040123451234560404/21/9?8008=261101083059",
          "(01)09520123456788(10)ABC\\(1)(17)261231(3103)000195(423)156392(8007)GB82WEST12345698765432",
          "010952012345678810ABC\u001d17261231310300019542215670032612312359",
          "]C100106141412345678908",
          "]Q30109520123456788",
          "]E09520123456788",
          "]E3952012345678812",
          "]Q1https://a.example/01/09520123456788",
          "urn:epc:id:sgtin:0614141.112345.32a%2Fb",
          "urn:epc:class:lgtin:4012345.012345.998877",
          "urn:epc:idpat:sgtin:4012345.012345.*",
          "urn:epc:id:cpi:9521321.12%2FABC.1",
          "urn:epc:id:itip:4012345.012345.04.04.987",
          "urn:epc:id:sgln:0614141.12345.0",
          "9520123456788",
          "91330100799655058B",
          "1987654Ad4X4bL5ttr2310c2K",
          "");

  private static final List<Function<String, Object>> DOORS =
      List.of(
          ScannedCode::parse,
          DigitalLink::parse,
          ElementString::parse,
          EpcUrn::toDigitalLink,
          Gtin::parse,
          Gtin::new,
          Gtin::checkDigit,
          Gln::new,
          Sscc::new,
          Gdti::new,
          Lot::new,
          Serial::new,
          Uscc::new,
          Uscc::checkCharacter,
          base -> DigitalLink.ofProduct(new Gtin("09520123456788")).toUri(base),
          base -> DigitalLink.ofProduct(new Gtin("09520123456788")).toUpperCaseUri(base));

  @ParameterizedTest
  @ValueSource(longs = {1, 20261123})
  void endsInAValueOrInTheOneException(long seed) {
    Random random = new Random(seed);
    int good = 0;
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String input = anyInput(random);
      for (Function<String, Object> door : DOORS) {
        try {
          good += door.apply(input) == null ? 0 : 1;
        } catch (Gs1Exception e) {
          refused++;
        } catch (RuntimeException e) {
          throw new AssertionError("input " + input, e);
        }
      }
    }
    assertThat(good + refused).isEqualTo(ROUNDS * DOORS.size());
    assertThat(good).isGreaterThan(ROUNDS / 10);
  }

  @Test
  void answersForEveryValueOfEveryIdentifier() {
    Random random = new Random(2);
    for (ApplicationIdentifier ai : AiTable.all()) {
      for (int i = 0; i < 200; i++) {
        int length = random.nextInt(ai.longest() + 2);
        String alphabet = random.nextBoolean() ? "0123456789" : CSET_82;
        String value = random(random, alphabet, length);
        String fault = ai.fault(value);
        assertThat(fault == null || !fault.isEmpty()).isTrue();
      }
    }
  }

  @Test
  void readsBackTheLinksItWrites() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      Gtin gtin = anyGtin(random);
      Lot lot = new Lot(random(random, CSET_82, 1 + random.nextInt(20)));
      Serial serial = new Serial(random(random, CSET_82, 1 + random.nextInt(20)));
      String text =
          "(17)261231(21)"
              + serial.value().replace("(", "\\(")
              + "(01)"
              + gtin
              + "(10)"
              + lot.value().replace("(", "\\(");
      ElementString elements = ElementString.parse(text);
      assertThat(elements).hasToString(text);
      assertThat(ElementString.parse(elements.separated())).isEqualTo(elements);
      DigitalLink link = elements.toDigitalLink();
      assertThat(link.lot()).isEqualTo(lot);
      assertThat(link.serial()).isEqualTo(serial);
      assertThat(DigitalLink.parse(link.toUri("https://a.example/01/stem"))).isEqualTo(link);
      assertThat(DigitalLink.parse(link.toUpperCaseUri("https://a.example"))).isEqualTo(link);
      assertThat(DigitalLink.parse(link.canonical()).canonical()).isEqualTo(link.canonical());
      int prefix = 6 + random.nextInt(7);
      DigitalLink batch = DigitalLink.ofBatch(gtin, lot);
      assertThat(EpcUrn.toDigitalLink(EpcUrn.lgtin(gtin, lot, prefix))).isEqualTo(batch);
      DigitalLink item = DigitalLink.ofItem(gtin, serial);
      assertThat(EpcUrn.toDigitalLink(EpcUrn.sgtin(gtin, serial, prefix))).isEqualTo(item);
    }
  }

  @Test
  void noticesEverySingleWrongDigitOfAGtin() {
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      String good = anyGtin(random).value();
      for (int at = 0; at < good.length(); at++) {
        char wrong = (char) ('0' + (good.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        String bad = good.substring(0, at) + wrong + good.substring(at + 1);
        assertThatThrownBy(() -> new Gtin(bad)).isInstanceOf(Gs1Exception.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/10/A",
        "/01/09520123456788",
        "%",
        "%41",
        "(",
        "(10)A",
        "10A\u001d",
        ".",
        "&",
        "?17=1&",
        "1"
      })
  void comesToAnEndWithHugeInput(String piece) {
    String huge = piece.repeat(300_000 / piece.length());
    List<String> inputs = new ArrayList<>(List.of(huge));
    for (String start :
        List.of(
            "/01/09520123456788/10/",
            "/01/09520123456788?",
            "(10)",
            "10",
            "urn:epc:id:giai:9521321.")) {
      inputs.add(start + huge);
    }
    for (String input : inputs) {
      for (Function<String, Object> door : DOORS) {
        try {
          assertThat(door.apply(input)).isNotNull();
        } catch (Gs1Exception e) {
          assertThat(e.getMessage()).hasSizeLessThan(1000);
        }
      }
    }
  }

  private static String anyInput(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int edits = random.nextInt(4); edits > 0; edits--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(5)) {
        case 0 -> text.insert(at, NASTY.charAt(random.nextInt(NASTY.length())));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 2 -> text.insert(at, random(random, CSET_82, 1 + random.nextInt(5)));
        case 3 -> text.append(SEEDS.get(random.nextInt(SEEDS.size())));
        default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
      }
    }
    return text.toString();
  }

  private static Gtin anyGtin(Random random) {
    String digits = random(random, "0123456789", 13);
    return new Gtin(digits + Gtin.checkDigit(digits));
  }

  private static String random(Random random, String alphabet, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
