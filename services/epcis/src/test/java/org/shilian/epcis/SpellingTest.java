package org.shilian.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shilian.gs1.EpcUrn;
import org.shilian.gs1.Gs1Exception;

/** Spellings of one event have one hash, and different events have different ones. */
class SpellingTest {
  private static final int EVENTS = 500;

  @Test
  void everySpellingOfAnEventHasTheSameHash() {
    RandomEvents random = new RandomEvents(42);
    Respelling respelling = new Respelling(43);
    Set<String> hashes = new HashSet<>();
    for (int i = 0; i < EVENTS; i++) {
      ObjectNode json = random.next();
      EpcisEvent event = read(json);
      for (int j = 0; j < 3; j++) {
        ObjectNode other = respelling.of(json);

        assertThat(EventHash.prehash(read(other)))
            .as("%s%nand%n%s", json, other)
            .isEqualTo(EventHash.prehash(event));
      }
      hashes.add(EventHash.of(event));
    }
    assertThat(hashes).hasSize(EVENTS);
  }

  @Test
  void shortWayOfAUrnIsTheWayOfGs1() {
    Random random = new Random(44);
    int taken = 0;
    for (int i = 0; i < 10_000; i++) {
      String urn = urn(random);
      String quick = UrnForm.link(urn);
      if (quick != null) {
        assertThat(quick).as(urn).isEqualTo(gs1(urn));
        taken++;
      }
    }
    assertThat(taken).isBetween(2_000, 9_000);
  }

  private static String gs1(String urn) {
    try {
      return EpcNormalForm.text(EpcUrn.toDigitalLink(urn));
    } catch (Gs1Exception e) {
      return e.getMessage();
    }
  }

  /** An EPC URN that is mostly right. */
  private static String urn(Random random) {
    String[] kinds = {"id:sgtin", "id:sscc", "id:sgln", "id:pgln", "id:gdti", "id:grai", "id:giai"};
    boolean lot = random.nextInt(8) == 0;
    String kind = lot ? "class:lgtin" : kinds[random.nextInt(kinds.length)];
    int digits = kind.endsWith("tin") ? 13 : kind.endsWith("sscc") ? 17 : 12;
    int prefix = 6 + random.nextInt(7);
    StringBuilder urn = new StringBuilder("urn:epc:").append(kind).append(':');
    digits(urn, random, prefix);
    urn.append('.');
    if (!kind.endsWith("giai")) {
      digits(urn, random, digits - prefix + (random.nextInt(10) == 0 ? 1 : 0));
      if (!kind.endsWith("sscc") && !kind.endsWith("pgln")) {
        urn.append('.');
      }
    }
    if (!kind.endsWith("sscc") && !kind.endsWith("pgln")) {
      String tail = random.nextInt(4) == 0 ? "0" : "";
      for (int i = tail.isEmpty() ? random.nextInt(24) : 0; i > 0; i--) {
        tail += "0123456789ABCxyz-".charAt(random.nextInt(17));
      }
      urn.append(tail);
    }
    if (random.nextInt(10) == 0) {
      urn.setCharAt(8 + random.nextInt(urn.length() - 8), ".:%/ x0*".charAt(random.nextInt(8)));
    }
    return urn.toString();
  }

  private static void digits(StringBuilder out, Random random, int count) {
    for (int i = 0; i < count; i++) {
      out.append((char) ('0' + random.nextInt(10)));
    }
  }

  private static EpcisEvent read(ObjectNode json) {
    return EpcisJson.read(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
