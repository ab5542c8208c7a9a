package org.shilian.symbol;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * Has ZXing make a symbol with one given mask, which is the quick part of its work, and then takes
 * the mask that the standard asks for.
 */
final class QrEncoder {
  private static final int FIRST_MASK = 0;

  private QrEncoder() {}

  /**
   * The modules of the smallest symbol.
   *
   * @param fnc1 whether FNC1 in first position says that this is GS1 data (clause 7.4.8.2)
   * @throws IllegalArgumentException when the text is empty or too long for the largest symbol of
   *     that level
   */
  static ModuleGrid encode(String text, Level level, boolean fnc1) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("QR text: is empty, expected at least one character");
    }
    try {
      return masked(Encoder.encode(text, correction(level), hints(text, fnc1)).getMatrix(), level);
    } catch (WriterException e) {
      throw new IllegalArgumentException(
          "QR text of %d characters: does not fit the largest symbol of level %s"
              .formatted(text.length(), level),
          e);
    }
  }

  /** Takes the mask with the fewest points; the first of them if there are several. */
  private static ModuleGrid masked(ByteMatrix matrix, Level level) {
    int size = matrix.getWidth();
    QrLayout layout = QrLayout.ofSize(size);
    ModuleGrid unmasked = grid(matrix);
    unmasked.setToXor(unmasked, layout.mask(FIRST_MASK));
    MaskPenalty penalty = new MaskPenalty(size);
    ModuleGrid best = new ModuleGrid(size);
    ModuleGrid next = new ModuleGrid(size);
    int fewest = Integer.MAX_VALUE;
    for (int mask = 0; mask < QrLayout.MASKS; mask++) {
      next.setToXor(unmasked, layout.mask(mask));
      layout.writeFormat(next, level, mask);
      int points = penalty.of(next);
      if (points < fewest) {
        fewest = points;
        ModuleGrid free = best;
        best = next;
        next = free;
      }
    }
    return best;
  }

  private static ModuleGrid grid(ByteMatrix matrix) {
    int size = matrix.getWidth();
    ModuleGrid grid = new ModuleGrid(size);
    for (int y = 0; y < size; y++) {
      byte[] row = matrix.getArray()[y];
      for (int x = 0; x < size; x++) {
        if (row[x] != 0) {
          grid.set(x, y, true);
        }
      }
    }
    return grid;
  }

  private static Map<EncodeHintType, Object> hints(String text, boolean fnc1) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    hints.put(EncodeHintType.QR_MASK_PATTERN, FIRST_MASK);
    if (fnc1) {
      hints.put(EncodeHintType.GS1_FORMAT, true);
    }
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
    }
    return hints;
  }

  private static ErrorCorrectionLevel correction(Level level) {
    return switch (level) {
      case L -> ErrorCorrectionLevel.L;
      case M -> ErrorCorrectionLevel.M;
      case Q -> ErrorCorrectionLevel.Q;
      case H -> ErrorCorrectionLevel.H;
    };
  }
}
