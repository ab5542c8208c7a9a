package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/**
 * The picture of each code as an SVG, named by the code. Unlike the other forms it grows in memory,
 * since a ZIP ends with a list of what is in it; so it has a limit.
 */
final class SvgZip implements CodeWriter {
  /** How many pictures one file may have. */
  static final long MAX_PICTURES = 100_000;

  /** Each the same, so that the same codes make the same file. */
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final LabelStock stock;

  private SvgZip(LabelStock stock) {
    this.stock = stock;
  }

  /**
   * A ZIP of so many.
   *
   * @throws ProblemException INVALID_INPUT if they are too many
   */
  static SvgZip of(long count, LabelStock stock) {
    if (count > MAX_PICTURES) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  "count",
                  Long.toString(count),
                  "is more than the "
                      + MAX_PICTURES
                      + " symbols of one ZIP; ask for the range in parts, with from and count")));
    }
    return new SvgZip(stock);
  }

  @Override
  public void write(Iterator<? extends PrintedCode> codes, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    while (codes.hasNext()) {
      PrintedCode code = codes.next();
      ZipEntry entry = new ZipEntry(code.name() + CodeForm.SVG.suffix());
      entry.setTimeLocal(FIRST_DAY);
      zip.putNextEntry(entry);
      zip.write(Picture.svg(code, stock));
      zip.closeEntry();
    }
    zip.finish();
  }
}
