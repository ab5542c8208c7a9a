package org.shilian.codes.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.BatchStore;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Directory;
import org.shilian.registry.ProductCard;
import org.shilian.registry.ResolverConfig;
import org.shilian.serial.ItemKey;
import org.shilian.serial.ItemKeys;
import org.shilian.symbol.label.LabelLayout;

/** Makes the files of a range. Everything that can be refused is refused before the first byte. */
@ApplicationScoped
class ItemFiles {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int BUFFER = 64 * 1024;

  /** No serial is wider: each of its letters is the widest there is. */
  private static final String WIDEST = "W".repeat(16);

  private final Directory directory;
  private final ItemKeys keys;
  private final String base;

  ItemFiles(Directory directory, ItemKeys keys, ResolverConfig resolver) {
    this.directory = directory;
    this.keys = keys;
    this.base = resolver.baseUri();
  }

  /**
   * The codes of a range in some form; blocks while the product is looked up, and its result while
   * the client reads slowly.
   *
   * @throws ProblemException GONE if the lot was voided or the key withdrawn; INVALID_INPUT if the
   *     selection is wrong, or the labels have no room for their text
   */
  StreamingOutput stream(
      ItemRange range, BatchStore.Batch batch, ItemFormat format, Selection selection) {
    if (batch.state() != BatchStore.State.MADE) {
      String name = "batch " + range.lot() + " of product " + range.gtin();
      throw new ProblemException(ProblemType.GONE, name + ": the record of making it was voided");
    }
    ItemKey key = keys.get(range.keyId());
    if (key == null) {
      throw new ProblemException(
          ProblemType.GONE, "key " + range.keyId() + " is not among the item keys any more");
    }
    Part part = Part.of(selection.from(), selection.count(), range.count());
    CodeFile file =
        switch (format) {
          case CSV -> new CsvFile();
          case NDJSON -> new NdjsonFile();
          case PDF -> new PdfFile(label(range, batch), stock(range, batch, selection, true));
          case ZPL -> new ZplFile(label(range, batch), stock(range, batch, selection, false));
          case ZIP -> zip(part);
          case JSON -> throw new IllegalArgumentException("JSON is the range's report");
        };
    return out -> {
      OutputStream buffered = new BufferedOutputStream(out, BUFFER);
      file.write(new ItemCodes(range, part, key, base), buffered);
      buffered.flush();
    };
  }

  private ItemLabel label(ItemRange range, BatchStore.Batch batch) {
    @Nullable ProductCard card =
        directory.products(Set.of(range.gtin())).await().atMost(PATIENCE).get(range.gtin());
    String product = card == null ? "" : card.name();
    return new ItemLabel(product, range.lot(), batch.produced(), batch.expires());
  }

  private LabelStock stock(
      ItemRange range, BatchStore.Batch batch, Selection selection, boolean pages) {
    LabelStock stock = LabelStock.of(selection.label(), selection.dpi(), pages);
    String text = ItemCodes.prefix(range, base) + WIDEST;
    try {
      var unused =
          LabelLayout.of(
              label(range, batch).of(new ItemCode(text, text, WIDEST)),
              stock.sheet().label(),
              stock.dpi());
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  "label", selection.label(), "is too small: " + String.valueOf(e.getMessage()))));
    }
    return stock;
  }

  private static CodeFile zip(Part part) {
    if (part.count() > SvgZip.MAX_SYMBOLS) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  "count",
                  Long.toString(part.count()),
                  "is more than the "
                      + SvgZip.MAX_SYMBOLS
                      + " symbols of one ZIP; ask for the range in parts, with from and count")));
    }
    return new SvgZip();
  }
}
