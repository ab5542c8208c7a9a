package org.shilian.symbol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes greyscale PNGs of bit depth 1 (ISO/IEC 15948): a signature and the chunks IHDR, perhaps
 * pHYs, IDAT and IEND. A row of pixels like the one above is stored as its difference from it
 * (filter 2), which is all zeros; other rows are stored as they are (filter 0).
 */
public final class BitPng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte GREYSCALE = 0;
  private static final byte FILTER_UP = 2;

  private BitPng() {}

  static byte[] of(QrSymbol symbol, int margin, int scale) {
    int side = (symbol.size() + 2 * margin) * scale;
    // looking longer for repetitions saves a quarter of some 500 bytes, and takes four times as
    // long
    return file(
        side, side, 0, deflate(scanlines(symbol, margin, scale, side), Deflater.BEST_SPEED));
  }

  /**
   * Writes pixels that have a size.
   *
   * @param dark rows of eight pixels a byte, the first in the highest bit, each row from a new byte
   *     on; black being 1
   * @param width pixels of a row
   * @param height rows
   * @param dpi pixels an inch
   */
  public static byte[] of(byte[] dark, int width, int height, int dpi) {
    int stride = (width + 7) / 8;
    byte[] lines = new byte[(stride + 1) * height];
    for (int y = 0; y < height; y++) {
      int line = y * (stride + 1);
      int row = y * stride;
      if (y > 0 && Arrays.equals(dark, row - stride, row, dark, row, row + stride)) {
        lines[line] = FILTER_UP;
      } else {
        for (int i = 0; i < stride; i++) {
          lines[line + 1 + i] = (byte) ~dark[row + i];
        }
      }
    }
    return file(
        width,
        height,
        (int) Math.round(dpi / 0.0254),
        deflate(lines, Deflater.DEFAULT_COMPRESSION));
  }

  private static byte[] file(int width, int height, int perMetre, byte[] packed) {
    ByteArrayOutputStream png = new ByteArrayOutputStream(512);
    png.writeBytes(SIGNATURE);
    chunk(png, "IHDR", header(width, height));
    if (perMetre > 0) {
      chunk(
          png,
          "pHYs",
          ByteBuffer.allocate(9).putInt(perMetre).putInt(perMetre).put((byte) 1).array());
    }
    chunk(png, "IDAT", packed);
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] header(int width, int height) {
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put((byte) 1)
        .put(GREYSCALE)
        .put((byte) 0)
        .put((byte) 0)
        .put((byte) 0)
        .array();
  }

  private static byte[] scanlines(QrSymbol symbol, int margin, int scale, int side) {
    int line = 1 + (side + 7) / 8;
    byte[] lines = new byte[line * side];
    for (int row = 0; row < side; row++) {
      int start = row * line;
      if (row % scale != 0) {
        lines[start] = FILTER_UP;
        continue;
      }
      Arrays.fill(lines, start + 1, start + line, (byte) 0xff);
      int y = row / scale - margin;
      if (y >= 0 && y < symbol.size()) {
        darken(lines, start + 1, symbol, y, margin, scale);
      }
    }
    return lines;
  }

  private static void darken(
      byte[] lines, int start, QrSymbol symbol, int y, int margin, int scale) {
    for (int x = 0; x < symbol.size(); x++) {
      if (symbol.get(x, y)) {
        int first = (x + margin) * scale;
        for (int pixel = first; pixel < first + scale; pixel++) {
          lines[start + pixel / 8] &= (byte) ~(0x80 >> pixel % 8);
        }
      }
    }
  }

  private static byte[] deflate(byte[] lines, int level) {
    Deflater deflater = new Deflater(level);
    try {
      deflater.setInput(lines);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(512);
      byte[] buffer = new byte[2048];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
