package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.gs1.ai.AiTable;
import org.shilian.gs1.ai.ApplicationIdentifier;

/** Whatever comes in: a value, or the one declared exception; and what is written reads back. */
class AnyInputTest {
  private static final int INPUTS = 3_000_000;
  private static final int WORKERS = 2;
  private static final int MEGABYTE = 1 << 20;

  /**
   * Three million inputs, the same in every run. They go in by threads of their own, where the call
   * stack is short: most of them end in an exception, and the stack is what makes one slow.
   */
  @Test
  void endsInAValueOrInTheOneException() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<Map<String, int[]>>> results = new ArrayList<>();
      for (int seed = 1; seed <= WORKERS; seed++) {
        int given = seed;
        results.add(workers.submit(() -> fuzz(new Random(given), INPUTS / WORKERS)));
      }
      for (Future<Map<String, int[]>> result : results) {
        result
            .get()
            .forEach(
                (door, counts) -> {
                  assertThat(counts[0]).as("accepted by " + door).isPositive();
                  assertThat(counts[1]).as("refused by " + door).isPositive();
                });
      }
    } finally {
      workers.shutdownNow();
    }
  }

  /** Every second input goes in by the door for all; each of the rest by the next of the others. */
  private static Map<String, int[]> fuzz(Random random, int inputs) {
    List<String> names = List.copyOf(AnyInput.DOORS.keySet());
    Map<String, int[]> counts = new HashMap<>();
    for (int i = 0; i < inputs; i++) {
      String input = AnyInput.next(random);
      String name = i % 2 == 0 ? "scan" : names.get(i / 2 % names.size());
      int[] count = counts.computeIfAbsent(name, door -> new int[2]);
      try {
        Object value = AnyInput.DOORS.get(name).apply(input);
        count[value == null ? 1 : 0]++;
      } catch (Gs1Exception e) {
        count[1]++;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(name + ": input " + input, e);
      }
    }
    return counts;
  }

  @Test
  void answersForEveryValueOfEveryIdentifier() {
    Random random = new Random(2);
    for (ApplicationIdentifier ai : AiTable.all()) {
      for (int i = 0; i < 200; i++) {
        int length = random.nextInt(ai.longest() + 2);
        String alphabet = random.nextBoolean() ? "0123456789" : AnyInput.CSET_82;
        String value = AnyInput.random(random, alphabet, length);
        String fault = ai.fault(value);
        assertThat(fault == null || !fault.isEmpty()).isTrue();
      }
    }
  }

  @Test
  void readsBackTheLinksItWrites() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      Gtin gtin = AnyInput.gtin(random);
      Lot lot = new Lot(AnyInput.random(random, AnyInput.CSET_82, 1 + random.nextInt(20)));
      Serial serial = new Serial(AnyInput.random(random, AnyInput.CSET_82, 1 + random.nextInt(20)));
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
      String good = AnyInput.gtin(random).value();
      for (int at = 0; at < good.length(); at++) {
        char wrong = (char) ('0' + (good.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        String bad = good.substring(0, at) + wrong + good.substring(at + 1);
        assertThatThrownBy(() -> new Gtin(bad)).isInstanceOf(Gs1Exception.class);
      }
    }
  }

  /** Work that grows faster than the input would take hours here: a million characters squared. */
  @ParameterizedTest
  @Timeout(60)
  @ValueSource(
      strings = {
        "/",
        "/10/A",
        "/gtin/1",
        "/01/09520123456788",
        "%",
        "%41",
        "%E6%89%B9",
        "(",
        "\\(",
        "(10)A",
        "(01)09520123456788",
        "10A\u001d",
        ".",
        "*.",
        "&",
        "=",
        "?17=1&",
        "gtin=1&",
        "]e010A",
        "https://",
        "1"
      })
  void comesToAnEndWithAMegabyte(String piece) {
    String huge = piece.repeat(MEGABYTE / piece.length());
    List<String> inputs = new ArrayList<>(List.of(huge));
    for (String start :
        List.of(
            "/01/09520123456788/10/",
            "/01/09520123456788?",
            "https://a.example/?gtin=",
            "(10)",
            "10",
            "]E09520123456788]e0",
            "urn:epc:id:giai:9521321.",
            "urn:epc:idpat:cpi:9521321.")) {
      inputs.add(start + huge);
    }
    for (String input : inputs) {
      AnyInput.DOORS.forEach(
          (name, door) -> {
            try {
              assertThat(door.apply(input)).isNotNull();
            } catch (Gs1Exception e) {
              assertThat(e.getMessage()).as(name).hasSizeLessThan(1000);
            }
          });
    }
  }
}
