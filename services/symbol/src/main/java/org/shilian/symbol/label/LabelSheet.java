package org.shilian.symbol.label;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.shilian.symbol.canvas.Canvas;
import org.shilian.symbol.canvas.PdfDocument;

/**
 * Labels on pages, in millimetres: a sheet for a desktop printer, or a roll with one label a page.
 *
 * @param pageWidth of the paper
 * @param pageHeight of the paper
 * @param columns labels side by side
 * @param rows labels one below the other
 * @param label the size of each
 * @param left from the paper's side to the first label
 * @param top from the paper's upper side to the first label
 * @param across from the left side of a label to that of the next
 * @param down from the upper side of a label to that of the next
 */
public record LabelSheet(
    double pageWidth,
    double pageHeight,
    int columns,
    int rows,
    LabelSize label,
    double left,
    double top,
    double across,
    double down) {
  /** A4 with 24 labels of 70 × 37 mm. */
  public static final LabelSheet A4_24 = a4(3, 8, new LabelSize(70, 37, 3), 0, 0.5, 70, 37);

  /** A4 with 21 labels of 63.5 × 38.1 mm. */
  public static final LabelSheet A4_21 =
      a4(3, 7, new LabelSize(63.5, 38.1, 2), 7.25, 15.15, 66, 38.1);

  /** A4 with 14 labels of 99.1 × 38.1 mm. */
  public static final LabelSheet A4_14 =
      a4(2, 7, new LabelSize(99.1, 38.1, 2), 4.65, 15.15, 101.6, 38.1);

  /** A4 with 40 labels of 48.5 × 25.4 mm. */
  public static final LabelSheet A4_40 =
      a4(4, 10, new LabelSize(48.5, 25.4, 1.5), 8, 21.5, 48.5, 25.4);

  /** A4 with 8 labels of 99.1 × 67.7 mm. */
  public static final LabelSheet A4_8 =
      a4(2, 4, new LabelSize(99.1, 67.7, 3), 4.65, 13.1, 101.6, 67.7);

  /** Checks that the labels lie on the page and do not overlap. */
  public LabelSheet {
    if (columns < 1
        || rows < 1
        || left < 0
        || top < 0
        || (columns > 1 && across < label.width())
        || (rows > 1 && down < label.height())
        || left + (columns - 1) * across + label.width() > pageWidth + 0.01
        || top + (rows - 1) * down + label.height() > pageHeight + 0.01) {
      throw new IllegalArgumentException(
          "%d × %d labels of %s × %s mm: do not lie side by side on a page of %s × %s mm"
              .formatted(columns, rows, label.width(), label.height(), pageWidth, pageHeight));
    }
  }

  private static LabelSheet a4(
      int columns, int rows, LabelSize label, double left, double top, double across, double down) {
    return new LabelSheet(210, 297, columns, rows, label, left, top, across, down);
  }

  /** A roll: each page is one label. */
  public static LabelSheet roll(LabelSize label) {
    return new LabelSheet(label.width(), label.height(), 1, 1, label, 0, 0, 0, 0);
  }

  /** How many labels a page has. */
  public int labelsOnPage() {
    return columns * rows;
  }

  /**
   * Writes the labels as a PDF, as they come; only one page is in memory at a time.
   *
   * @param dpi the printer's dots per inch
   * @param out where to; flushed, and not closed
   * @throws IllegalArgumentException if a label does not fit; what was written by then is no whole
   *     PDF
   */
  public void write(Iterator<Label> labels, int dpi, OutputStream out) throws IOException {
    try (PdfDocument pdf = new PdfDocument(out)) {
      while (labels.hasNext()) {
        Canvas page = pdf.page(pageWidth, pageHeight);
        for (int i = 0; i < labelsOnPage() && labels.hasNext(); i++) {
          int column = i % columns;
          int row = i / columns;
          double x = left + column * across;
          double y = top + row * down;
          LabelLayout.of(labels.next(), label, dpi).draw(page, x, y);
        }
      }
    }
  }
}
