package org.shilian.symbol.label;

import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the one graphic field of a label, by Zebra's description of {@code ^GF}. */
public final class ZplReader {
  private static final Pattern LABEL =
      Pattern.compile(
          "\\^XA\\s*\\^PW(\\d+)\\s*\\^LL(\\d+)\\s*\\^LH0,0\\s*\\^FO0,0\\^GFA,(\\d+),(\\d+),(\\d+),"
              + "([^^]*)\\^FS\\s*\\^XZ\\s*");

  private ZplReader() {}

  /** The label as dots. */
  public static BufferedImage read(String zpl) {
    Matcher label = LABEL.matcher(zpl);
    if (!label.matches()) {
      throw new AssertionError("not a label with one graphic");
    }
    int width = Integer.parseInt(label.group(1));
    int height = Integer.parseInt(label.group(2));
    int stride = Integer.parseInt(label.group(5));
    if (Integer.parseInt(label.group(3)) != stride * height) {
      throw new AssertionError("the graphic has not as many bytes as it says");
    }
    String hex = expanded(label.group(6).replaceAll("\\s", ""), 2 * stride);
    if (hex.length() != 2 * stride * height) {
      throw new AssertionError("the graphic has " + hex.length() + " digits");
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int digit = Character.digit(hex.charAt(2 * stride * y + x / 4), 16);
        boolean dark = (digit & (8 >> x % 4)) != 0;
        image.setRGB(x, y, dark ? 0 : 0xffffff);
      }
    }
    return image;
  }

  private static String expanded(String packed, int digitsOfALine) {
    StringBuilder hex = new StringBuilder();
    int times = 0;
    for (int i = 0; i < packed.length(); i++) {
      char c = packed.charAt(i);
      int inLine = hex.length() % digitsOfALine;
      if (c == ',' || c == '!') {
        hex.append((c == ',' ? "0" : "F").repeat(digitsOfALine - inLine));
      } else if (c == ':') {
        hex.append(hex.substring(hex.length() - digitsOfALine));
      } else if (c >= 'G' && c <= 'Y') {
        times += c - 'G' + 1;
      } else if (c >= 'g' && c <= 'z') {
        times += 20 * (c - 'g' + 1);
      } else {
        hex.append(String.valueOf(c).repeat(Math.max(1, times)));
        times = 0;
      }
    }
    return hex.toString();
  }
}
