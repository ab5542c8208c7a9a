package org.shilian.chain.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPackerTest {
  private static final String SALE =
      """
      {"type":"ObjectEvent","eventID":"urn:uuid:8f8767b0-2d39-482d-9106-39384af882cc",\
      "eventTime":"2026-11-22T20:38:37.612+08:00","eventTimeZoneOffset":"+08:00",\
      "action":"OBSERVE","quantityList":[{"epcClass":\
      "https://id.gs1.org/01/09528715000005/10/261115-B0001-1","quantity":1.1,"uom":"KGM"}],\
      "bizStep":"retail_selling","disposition":"retail_sold",\
      "shilian:operator":"urn:shilian:uscc:91331122DMQX803N3Y"}""";

  /** The sale above, as it was packed when the first ledger was packed with these words. */
  private static final String SALE_PACKED =
      "01bd94310e82401444ef62ffe1cf7c76779692d86a6262212542b88577173b0a0a2bca69df7b99ff796b55c9e5edc6"
          + "25aa75e262159e2d6aa89b5689f37ce40430f249ef437d942683270b4a5441dac2704f2dbc6506906cd836ecf7c33b"
          + "facdd9fc01f27a7bbce4718ff1f2f902";

  private final EventPacker packer = new EventPacker();

  @AfterEach
  void close() {
    packer.close();
  }

  @Test
  void makesAnEventAThirdAsLong() {
    byte[] event = SALE.getBytes(UTF_8);

    byte[] packed = packer.pack(event);

    assertThat(packed.length).isLessThan(event.length / 3);
    assertThat(PackedEvent.unpack(packed)).isEqualTo(event);
  }

  @Test
  void stillReadsWhatWasPackedBefore() {
    assertThat(PackedEvent.unpack(HexFormat.of().parseHex(SALE_PACKED)))
        .asString(UTF_8)
        .isEqualTo(SALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "[]", " {\"a\":1}", "null", "食", "{\"食\":\"链\"}"})
  void givesBackWhatItWasGiven(String text) {
    byte[] event = text.getBytes(UTF_8);

    assertThat(PackedEvent.unpack(packer.pack(event))).isEqualTo(event);
  }

  @Test
  void givesBackWhatCannotBeMadeSmaller() {
    Random random = new Random(1);
    for (int length = 1; length < 3000; length += 7) {
      byte[] event = new byte[length];
      random.nextBytes(event);
      event[0] = '{';

      byte[] packed = packer.pack(event);

      assertThat(packed.length).isLessThanOrEqualTo(length);
      assertThat(PackedEvent.unpack(packed)).isEqualTo(event);
    }
  }

  @Test
  void packsNothingThatWouldBeTakenForPacked() {
    assertThatThrownBy(() -> packer.pack(new byte[] {1, '{'}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void packsEachEventByItself() {
    byte[] event = SALE.getBytes(UTF_8);
    byte[] first = packer.pack(event);
    var unused = packer.pack("{\"type\":\"AggregationEvent\"}".getBytes(UTF_8));

    assertThat(packer.pack(event)).isEqualTo(first);
  }

  @Test
  void doesNotReadWhatBreaksOffOrGoesOn() {
    byte[] packed = packer.pack(SALE.getBytes(UTF_8));

    assertThatThrownBy(() -> PackedEvent.unpack(Arrays.copyOf(packed, packed.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PackedEvent.unpack(Arrays.copyOf(packed, packed.length + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
