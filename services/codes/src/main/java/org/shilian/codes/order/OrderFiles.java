package org.shilian.codes.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.CodeFile;
import org.shilian.codes.file.CodeForm;
import org.shilian.codes.file.CodeSource;
import org.shilian.codes.file.FileQuery;
import org.shilian.codes.file.Part;
import org.shilian.gs1.DigitalLink;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ResolverConfig;
import org.shilian.serial.ItemKey;
import org.shilian.serial.ItemKeys;
import org.shilian.serial.OrderSerials;

/** Makes the files of a roll. */
@ApplicationScoped
class OrderFiles {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** No serial is wider: each of its letters is the widest there is. */
  private static final String WIDEST = "W".repeat(OrderSerials.LENGTH);

  private final Directory directory;
  private final ItemKeys keys;
  private final String base;

  OrderFiles(Directory directory, ItemKeys keys, ResolverConfig resolver) {
    this.directory = directory;
    this.keys = keys;
    this.base = resolver.baseUri();
  }

  /**
   * The codes of a roll in some form; blocks while the operator is looked up.
   *
   * @throws ProblemException GONE if the key was withdrawn; INVALID_INPUT if the query is wrong, or
   *     the labels have no room for their text
   */
  CodeFile file(OrderRoll roll, CodeForm form, FileQuery query) {
    Source source = new Source(roll, key(roll), name(roll), base);
    return CodeFile.many(source, form, query.part(roll.count()), query);
  }

  private String name(OrderRoll roll) {
    @Nullable OperatorCard card =
        directory.operators(Set.of(roll.operator())).await().atMost(PATIENCE).get(roll.operator());
    return card == null ? "" : card.name();
  }

  /**
   * The key of a roll.
   *
   * @throws ProblemException GONE if it was withdrawn
   */
  ItemKey key(OrderRoll roll) {
    ItemKey key = keys.get(roll.keyId());
    if (key == null) {
      throw new ProblemException(
          ProblemType.GONE, "key " + roll.keyId() + " is not among the keys of codes any more");
    }
    return key;
  }

  private record Source(OrderRoll roll, ItemKey key, String operator, String base)
      implements CodeSource {
    @Override
    public List<String> columns() {
      return PrintedOrderCode.COLUMNS;
    }

    @Override
    public long count() {
      return roll.count();
    }

    @Override
    public OrderCodes codes(Part part) {
      return new OrderCodes(roll, part, key, operator, base);
    }

    @Override
    public List<PrintedOrderCode> widest() {
      String text = DigitalLink.ofDocument(roll.type()).toUpperCaseUri(base) + WIDEST;
      return List.of(
          new PrintedOrderCode(text, text, roll.type().value() + WIDEST, roll.kind(), operator));
    }
  }
}
