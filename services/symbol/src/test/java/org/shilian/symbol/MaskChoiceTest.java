package org.shilian.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shilian.symbol.PlainPenalty.Reading;

/**
 * The mask is that of the standard's rules, and that of other encoders. Where the standard can be
 * read in several ways encoders differ; then each is shown to follow its own reading.
 */
class MaskChoiceTest {
  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final String BYTES = "abcdefghijklmnopqrstuvwxyz0123456789-_~/?=&";
  private static final List<Level> LEVELS = List.of(Level.values());

  @Test
  void isTheOneThatZxingTakesInThousandsOfSymbols() throws WriterException {
    Random random = new Random(1);
    for (int i = 0; i < 4_000; i++) {
      String text = i % 4 == 0 ? any(random, 1 + random.nextInt(300)) : batch(random);
      Level level = i % 4 == 0 ? LEVELS.get(random.nextInt(4)) : Level.M;
      ErrorCorrectionLevel correction = ErrorCorrectionLevel.valueOf(level.name());
      ByteMatrix theirs = Encoder.encode(text, correction, Map.of()).getMatrix();
      QrSymbol ours = QrSymbol.of(text, level);
      assertThat(ours.size()).isEqualTo(theirs.getWidth());
      for (int y = 0; y < ours.size(); y++) {
        for (int x = 0; x < ours.size(); x++) {
          if (ours.get(x, y) != (theirs.get(x, y) == 1)) {
            throw new AssertionError("%s: module (%d,%d) differs".formatted(text, x, y));
          }
        }
      }
    }
  }

  @Test
  void isTheOneThatZxingTakesInEveryVersion() throws WriterException {
    Random random = new Random(2);
    for (int version = 1; version <= 40; version++) {
      for (Level level : LEVELS) {
        int characters = QrReader.dataCodewords(version, level) * 8 / 11 * 2 - 8;
        String text = random(random, ALPHANUMERIC, characters);
        ByteMatrix theirs =
            Encoder.encode(text, ErrorCorrectionLevel.valueOf(level.name()), Map.of()).getMatrix();
        boolean[][] ours = QrReader.modules(QrSymbol.of(text, level));
        assertThat(QrReader.read(ours).mask()).isEqualTo(QrReader.read(modules(theirs)).mask());
      }
    }
  }

  @Test
  void hasTheFewestPointsAndTheSameModulesAsNayukisSymbol() {
    Random random = new Random(3);
    int same = 0;
    int symbols = 2_000;
    for (int i = 0; i < symbols; i++) {
      String text = batch(random);
      boolean[][] ours = QrReader.modules(QrSymbol.of(text, Level.M));
      int chosen = QrReader.read(ours).mask();
      boolean[][][] masked = new boolean[QrLayout.MASKS][][];
      for (int mask = 0; mask < masked.length; mask++) {
        masked[mask] = modules(nayuki(text, mask));
      }
      assertThat(ours).isDeepEqualTo(masked[chosen]);
      assertThat(chosen).isEqualTo(best(masked, Reading.WITHIN_THE_SYMBOL));
      int theirs = nayuki(text, -1).mask;
      assertThat(theirs).isEqualTo(best(masked, Reading.EACH_SIDE_AT_ANY_SCALE));
      same += theirs == chosen ? 1 : 0;
    }
    // by chance it would be one in eight
    assertThat(same).isGreaterThan(symbols / 2);
  }

  /** The points themselves, not only which mask has the fewest. */
  @Test
  void countsThePointsAsModuleByModule() {
    Random random = new Random(5);
    for (int version : new int[] {1, 2, 3, 7, 11, 12, 20, 27, 28, 40}) {
      int size = 17 + 4 * version;
      for (int i = 0; i < 40; i++) {
        boolean[][] modules = new boolean[size][size];
        ModuleGrid grid = new ModuleGrid(size);
        // from nearly all light to nearly all dark, and in runs
        double share = random.nextDouble();
        for (int y = 0; y < size; y++) {
          for (int x = 0; x < size; x++) {
            boolean run = x > 0 && random.nextInt(3) == 0;
            modules[y][x] = run ? modules[y][x - 1] : random.nextDouble() < share;
          }
          if (random.nextInt(3) == 0) {
            plantFinder(modules[y], random.nextInt(size - 6));
          }
        }
        for (int y = 0; y < size; y++) {
          for (int x = 0; x < size; x++) {
            grid.set(x, y, modules[y][x]);
          }
        }
        assertThat(new MaskPenalty(size).of(grid))
            .isEqualTo(PlainPenalty.of(modules, Reading.WITHIN_THE_SYMBOL));
      }
    }
  }

  private static void plantFinder(boolean[] row, int at) {
    for (int i = Math.max(0, at - 4); i < Math.min(row.length, at + 11); i++) {
      row[i] = i >= at && i < at + 7 && i != at + 1 && i != at + 5;
    }
  }

  private static int best(boolean[][][] masked, Reading reading) {
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int mask = 0; mask < masked.length; mask++) {
      int points = PlainPenalty.of(masked[mask], reading);
      if (points < fewest) {
        fewest = points;
        best = mask;
      }
    }
    return best;
  }

  private static QrCode nayuki(String text, int mask) {
    return QrCode.encodeSegments(
        QrSegment.makeSegments(text), QrCode.Ecc.MEDIUM, 1, 40, mask, false);
  }

  private static boolean[][] modules(QrCode code) {
    boolean[][] modules = new boolean[code.size][code.size];
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        modules[y][x] = code.getModule(x, y);
      }
    }
    return modules;
  }

  private static boolean[][] modules(ByteMatrix matrix) {
    boolean[][] modules = new boolean[matrix.getHeight()][matrix.getWidth()];
    for (int y = 0; y < modules.length; y++) {
      for (int x = 0; x < modules.length; x++) {
        modules[y][x] = matrix.get(x, y) == 1;
      }
    }
    return modules;
  }

  private static String batch(Random random) {
    return "HTTPS://ID.GS1.ORG/01/%014d/10/%s"
        .formatted(
            Math.floorMod(random.nextLong(), 100_000_000_000_000L),
            random(random, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-", 1 + random.nextInt(20)));
  }

  private static String any(Random random, int length) {
    return random(random, random.nextBoolean() ? ALPHANUMERIC : BYTES, length);
  }

  private static String random(Random random, String alphabet, int length) {
    return random
        .ints(Math.max(1, length), 0, alphabet.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(alphabet.charAt(i)), StringBuilder::append)
        .toString();
  }
}
