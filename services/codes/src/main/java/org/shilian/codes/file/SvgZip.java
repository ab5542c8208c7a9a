package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shilian.symbol.QrSymbol;

/**
 * The QR symbol of each code as an SVG, named by the code. Unlike the other forms it grows in
 * memory, since a ZIP ends with a list of what is in it; so it has a limit.
 */
final class SvgZip implements CodeFile {
  /** How many symbols one file may have. */
  static final long MAX_SYMBOLS = 100_000;

  /** Each the same, so that the same codes make the same file. */
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

  @Override
  public void write(IssuedCodes codes, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    while (codes.hasNext()) {
      IssuedCode code = codes.next();
      ZipEntry entry = new ZipEntry(code.name() + ".svg");
      entry.setTimeLocal(FIRST_DAY);
      zip.putNextEntry(entry);
      zip.write(QrSymbol.of(code.symbolText()).toSvg().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.finish();
  }
}
