package org.shilian.symbol.canvas;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes a PDF (ISO 32000-1) page by page: a page is on its way as soon as the next one starts, and
 * what is kept of it is where it stands, 16 bytes. So a file of a million labels takes no more
 * memory than one of ten. The fonts come last, with the letters that were used. Used by one thread.
 */
public final class PdfDocument implements Closeable {
  static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private static final int CATALOG = 1;
  private static final int PAGES = 2;
  private static final int RESOURCES = 3;
  private static final int FIRST_FREE = 4;

  private final OutputStream out;

  /** Fast rather than small: at the usual level half of the time would go into it. */
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);

  private final byte[] buffer = new byte[8192];
  private final List<PdfFont> fonts = new ArrayList<>();
  private long position;

  /** Where each object stands; 0 for one that was not written. */
  private long[] offsets = new long[64];

  private int objects = FIRST_FREE;
  private int[] pages = new int[16];
  private int pageCount;
  private @Nullable PdfCanvas open;

  /**
   * Starts a document.
   *
   * @param out where to; it is flushed, and not closed, by {@link #close()}
   */
  public PdfDocument(OutputStream out) throws IOException {
    this.out = out;
    // the bytes above 127 tell those who transfer the file that it is not text
    write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    for (FontFile font : Typeface.get().fonts()) {
      fonts.add(new PdfFont(font));
    }
  }

  /** A new page of this size in millimetres; the one before can no longer be drawn on. */
  public Canvas page(double width, double height) throws IOException {
    finishPage();
    open = new PdfCanvas(width, height, fonts);
    return open;
  }

  private void finishPage() throws IOException {
    if (open == null) {
      return;
    }
    int contents = allocate();
    stream(contents, "", open.contents().getBytes(StandardCharsets.ISO_8859_1));
    int page = allocate();
    object(
        page,
        "<</Type/Page/Parent "
            + PAGES
            + " 0 R/Resources "
            + RESOURCES
            + " 0 R/MediaBox[0 0 "
            + Decimals.of(open.width() * POINTS_PER_MILLIMETRE)
            + " "
            + Decimals.of(open.height() * POINTS_PER_MILLIMETRE)
            + "]/Contents "
            + contents
            + " 0 R>>");
    if (pageCount == pages.length) {
      pages = Arrays.copyOf(pages, 2 * pageCount);
    }
    pages[pageCount] = page;
    pageCount++;
    open = null;
  }

  /** A number for an object that will be written. */
  int allocate() {
    int object = objects;
    objects++;
    return object;
  }

  void object(int number, String body) throws IOException {
    start(number);
    write(body + "\nendobj\n");
  }

  /** Writes a compressed stream with these further entries in its dictionary. */
  void stream(int number, String entries, byte[] data) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(data.length / 2 + 64);
    deflater.reset();
    deflater.setInput(data);
    deflater.finish();
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    start(number);
    write("<</Filter/FlateDecode/Length " + packed.size() + entries + ">>\nstream\n");
    packed.writeTo(out);
    position += packed.size();
    write("\nendstream\nendobj\n");
  }

  private void start(int number) throws IOException {
    if (number >= offsets.length) {
      offsets = Arrays.copyOf(offsets, Math.max(number + 1, 2 * offsets.length));
    }
    offsets[number] = position;
    write(number + " 0 obj\n");
  }

  private void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    out.write(bytes);
    position += bytes.length;
  }

  /**
   * Writes what the pages share, and the end. A document without pages gets an empty one, since a
   * PDF has at least one.
   */
  @Override
  public void close() throws IOException {
    if (open == null && pageCount == 0) {
      var unused = page(1, 1);
    }
    finishPage();
    StringBuilder named = new StringBuilder("<</Font<<");
    for (int i = 0; i < fonts.size(); i++) {
      if (fonts.get(i).isUsed()) {
        named.append("/F").append(i).append(' ').append(fonts.get(i).write(this)).append(" 0 R");
      }
    }
    object(RESOURCES, named + ">>>>");
    writePageTree();
    object(CATALOG, "<</Type/Catalog/Pages " + PAGES + " 0 R>>");
    writeCrossReferences();
    out.flush();
    deflater.end();
  }

  private void writePageTree() throws IOException {
    start(PAGES);
    write("<</Type/Pages/Count " + pageCount + "/Kids[");
    for (int i = 0; i < pageCount; i++) {
      write(pages[i] + " 0 R ");
    }
    write("]>>\nendobj\n");
  }

  private void writeCrossReferences() throws IOException {
    long start = position;
    write("xref\n0 " + objects + "\n0000000000 65535 f \n");
    StringBuilder row = new StringBuilder();
    for (int i = 1; i < objects; i++) {
      row.setLength(0);
      row.append(10_000_000_000L + offsets[i]).deleteCharAt(0).append(" 00000 n \n");
      write(row.toString());
    }
    write("trailer\n<</Size " + objects + "/Root " + CATALOG + " 0 R>>\nstartxref\n");
    write(start + "\n%%EOF\n");
  }
}
