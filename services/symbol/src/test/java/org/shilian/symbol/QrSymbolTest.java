package org.shilian.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrSymbolTest {

  private static final List<Level> LEVELS = List.of(Level.values());

  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://ID.GS1.ORG/01/09521234000013/10/A1",
        "HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-0123456789A",
        "https://id.gs1.org/01/09521234000013/10/Lot-a_1%2F7?17=261201",
        "0",
        "01",
        "012",
        "952123400001",
        "A",
        "%%%",
        "Straße",
        "缙云烧饼 批次 A1",
        "𠮷野家"
      })
  void readsBackAsItsText(String text) {
    assertThat(QrReader.read(QrSymbol.of(text)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void fillsEveryVersionToItsLastCharacter(Level level) {
    for (int version = 1; version <= 40; version++) {
      String text = alphanumeric(capacity(version, level), version);

      QrReader.Reading reading = QrReader.read(QrSymbol.of(text, level));

      assertThat(reading.version()).isEqualTo(version);
      assertThat(reading.level()).isEqualTo(level);
      assertThat(reading.text()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void readsBackAnyText(int seed) {
    Random random = new Random(seed);
    String text =
        random
            .ints(
                1 + random.nextInt(200), 0x20, seed % 3 == 0 ? 0x9fff : seed % 3 == 1 ? 0x7f : 0x3a)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Level level = LEVELS.get(random.nextInt(4));

    QrReader.Reading reading = QrReader.read(QrSymbol.of(text, level));

    assertThat(reading.text()).isEqualTo(text);
    assertThat(reading.level()).isEqualTo(level);
  }

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  /** The worked example of ISO/IEC 18004, Annex I. */
  @Test
  void encodesTheExampleOfTheStandard() {
    QrReader.Reading reading = QrReader.read(QrSymbol.of("01234567"));

    assertThat(reading.version()).isEqualTo(1);
    assertThat(reading.codewords())
        .containsExactly(
            0x10, 0x20, 0x0c, 0x56, 0x61, 0x80, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11, 0xec, 0x11,
            0xec, 0x11, 0xa5, 0x24, 0xd4, 0xc1, 0xed, 0x36, 0xc7, 0x87, 0x2c, 0x55);
  }

  @Test
  void keepsABatchCodeWithTheLongestLotInVersion3() {
    String uri = "HTTPS://ID.GS1.ORG/01/09521234000013/10/ABCDEFGHIJ0123456789";

    assertThat(QrSymbol.of(uri).size()).isEqualTo(29);
  }

  @Test
  void isOfLevelMUnlessToldOtherwise() {
    assertThat(QrReader.read(QrSymbol.of("A")).level()).isEqualTo(Level.M);
  }

  @Test
  void refusesAnEmptyText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QrSymbol.of(""))
        .withMessage("QR text: is empty, expected at least one character");
  }

  @Test
  void refusesATextTooLongForAnySymbol() {
    String text = alphanumeric(capacity(40, Level.M) + 1, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> QrSymbol.of(text))
        .withMessage("QR text of 3392 characters: does not fit the largest symbol of level M");
  }

  @Test
  void refusesACoordinateOutsideTheSymbol() {
    QrSymbol symbol = QrSymbol.of("A");

    assertThatThrownBy(() -> symbol.get(21, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> symbol.get(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** The reader is only worth something if it notices any module that is not as it should be. */
  @Test
  void readerNoticesEveryFlippedModule() {
    boolean[][] modules =
        QrReader.modules(QrSymbol.of("HTTPS://ID.GS1.ORG/253/95212340000100", Level.L));
    for (int y = 0; y < modules.length; y++) {
      for (int x = 0; x < modules.length; x++) {
        modules[y][x] = !modules[y][x];
        assertThatThrownBy(() -> QrReader.read(modules))
            .as("module (%d,%d)", x, y)
            .isInstanceOf(QrReader.NotASymbol.class);
        modules[y][x] = !modules[y][x];
      }
    }
  }

  private static int capacity(int version, Level level) {
    int countBits = version < 10 ? 9 : version < 27 ? 11 : 13;
    int bits = QrReader.dataCodewords(version, level) * 8 - 4 - countBits;
    return bits / 11 * 2 + (bits % 11 >= 6 ? 1 : 0);
  }

  private static String alphanumeric(int length, int seed) {
    return Stream.concat(
            Stream.of(":"),
            new Random(seed)
                .ints(length - 1L, 0, 45)
                .mapToObj(i -> ALPHANUMERIC.substring(i, i + 1)))
        .reduce("", String::concat);
  }
}
