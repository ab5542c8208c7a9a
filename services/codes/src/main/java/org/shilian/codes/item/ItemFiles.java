package org.shilian.codes.item;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.BatchStore;
import org.shilian.codes.file.CodeFile;
import org.shilian.codes.file.CodeForm;
import org.shilian.codes.file.CodeSource;
import org.shilian.codes.file.FileQuery;
import org.shilian.codes.file.Part;
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
   * The codes of a range in some form; blocks while the product is looked up.
   *
   * @param voided the codes of the range that are left out, in their order
   * @throws ProblemException GONE if the lot or all of these codes were voided, or the key was
   *     withdrawn; INVALID_INPUT if the query is wrong, or the labels have no room for their text
   */
  CodeFile file(
      ItemRange range,
      BatchStore.Batch batch,
      List<ItemVoidForm.Stretch> voided,
      CodeForm form,
      FileQuery query) {
    if (batch.state() != BatchStore.State.MADE) {
      String name = "batch " + range.lot() + " of product " + range.gtin();
      throw new ProblemException(ProblemType.GONE, name + ": the record of making it was voided");
    }
    ItemKey key = keys.get(range.keyId());
    if (key == null) {
      throw new ProblemException(
          ProblemType.GONE, "key " + range.keyId() + " is not among the item keys any more");
    }
    Source source = new Source(range, voided, key, label(range, batch), base);
    Part part = query.part(range.count());
    if (!source.codes(part).hasNext()) {
      throw new ProblemException(ProblemType.GONE, "all of these codes were voided");
    }
    return CodeFile.many(source, form, part, query);
  }

  private ItemLabel label(ItemRange range, BatchStore.Batch batch) {
    @Nullable ProductCard card =
        directory.products(Set.of(range.gtin())).await().atMost(PATIENCE).get(range.gtin());
    String product = card == null ? "" : card.name();
    return new ItemLabel(product, range.lot(), batch.produced(), batch.expires());
  }

  private record Source(
      ItemRange range, List<ItemVoidForm.Stretch> voided, ItemKey key, ItemLabel label, String base)
      implements CodeSource {
    @Override
    public List<String> columns() {
      return ItemCode.COLUMNS;
    }

    @Override
    public long count() {
      return range.count();
    }

    @Override
    public ItemCodes codes(Part part) {
      return new ItemCodes(range, part, voided, key, label, base);
    }

    @Override
    public List<ItemCode> widest() {
      String text = ItemCodes.prefix(range, base) + WIDEST;
      return List.of(new ItemCode(text, text, WIDEST, label));
    }
  }
}
