package org.shilian.codes.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.BatchStore;
import org.shilian.codes.file.CodeFiles;
import org.shilian.codes.file.CodeLabel;
import org.shilian.codes.file.CodeSource;
import org.shilian.codes.file.FileFormat;
import org.shilian.codes.file.IssuedCode;
import org.shilian.codes.file.IssuedCodes;
import org.shilian.codes.file.Part;
import org.shilian.codes.file.Selection;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Directory;
import org.shilian.registry.ProductCard;
import org.shilian.registry.ResolverConfig;
import org.shilian.serial.ItemKey;
import org.shilian.serial.ItemKeys;
import org.shilian.serial.ItemSerials;

/** Makes the files of a range. */
@ApplicationScoped
class ItemFiles {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** No serial is wider: each of its letters is the widest there is. */
  private static final String WIDEST = "W".repeat(ItemSerials.LENGTH);

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
   * @param voided the codes of the range that are left out, in their order
   * @throws ProblemException GONE if the lot or all of these codes were voided, or the key was
   *     withdrawn; INVALID_INPUT if the selection is wrong, or the labels have no room for their
   *     text
   */
  StreamingOutput stream(
      ItemRange range,
      BatchStore.Batch batch,
      List<ItemVoidForm.Stretch> voided,
      FileFormat format,
      Selection selection) {
    if (batch.state() != BatchStore.State.MADE) {
      String name = "batch " + range.lot() + " of product " + range.gtin();
      throw new ProblemException(ProblemType.GONE, name + ": the record of making it was voided");
    }
    ItemKey key = keys.get(range.keyId());
    if (key == null) {
      throw new ProblemException(
          ProblemType.GONE, "key " + range.keyId() + " is not among the item keys any more");
    }
    Source source = new Source(range, batch, voided, key);
    Part part = Part.of(selection.from(), selection.count(), range.count());
    if (!source.codes(part).hasNext()) {
      throw new ProblemException(ProblemType.GONE, "all of these codes were voided");
    }
    return CodeFiles.stream(source, format, selection);
  }

  private final class Source implements CodeSource {
    private final ItemRange range;
    private final BatchStore.Batch batch;
    private final List<ItemVoidForm.Stretch> voided;
    private final ItemKey key;

    Source(
        ItemRange range, BatchStore.Batch batch, List<ItemVoidForm.Stretch> voided, ItemKey key) {
      this.range = range;
      this.batch = batch;
      this.voided = voided;
      this.key = key;
    }

    @Override
    public long count() {
      return range.count();
    }

    @Override
    public IssuedCodes codes(Part part) {
      return new ItemCodes(range, part, voided, key, base);
    }

    @Override
    public CodeLabel label() {
      @Nullable ProductCard card =
          directory.products(Set.of(range.gtin())).await().atMost(PATIENCE).get(range.gtin());
      String product = card == null ? "" : card.name();
      return new ItemLabel(product, range.lot(), batch.produced(), batch.expires());
    }

    @Override
    public IssuedCode widest() {
      String text = ItemCodes.prefix(range, base) + WIDEST;
      return new IssuedCode(text, text, WIDEST);
    }
  }
}
