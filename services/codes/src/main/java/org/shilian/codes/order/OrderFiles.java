package org.shilian.codes.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.CodeFiles;
import org.shilian.codes.file.CodeLabel;
import org.shilian.codes.file.CodeSource;
import org.shilian.codes.file.FileFormat;
import org.shilian.codes.file.IssuedCode;
import org.shilian.codes.file.IssuedCodes;
import org.shilian.codes.file.Part;
import org.shilian.codes.file.Selection;
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
   * The codes of a roll in some form; blocks while the operator is looked up, and its result while
   * the client reads slowly.
   *
   * @throws ProblemException GONE if the key was withdrawn; INVALID_INPUT if the selection is
   *     wrong, or the labels have no room for their text
   */
  StreamingOutput stream(OrderRoll roll, FileFormat format, Selection selection) {
    return CodeFiles.stream(new Source(roll, key(roll)), format, selection);
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

  private final class Source implements CodeSource {
    private final OrderRoll roll;
    private final ItemKey key;

    Source(OrderRoll roll, ItemKey key) {
      this.roll = roll;
      this.key = key;
    }

    @Override
    public long count() {
      return roll.count();
    }

    @Override
    public IssuedCodes codes(Part part) {
      return new OrderCodes(roll, part, key, base);
    }

    @Override
    public CodeLabel label() {
      @Nullable OperatorCard card =
          directory
              .operators(Set.of(roll.operator()))
              .await()
              .atMost(PATIENCE)
              .get(roll.operator());
      return new OrderLabel(roll.kind(), card == null ? "" : card.name());
    }

    @Override
    public IssuedCode widest() {
      String text = DigitalLink.ofDocument(roll.type()).toUpperCaseUri(base) + WIDEST;
      return new IssuedCode(text, text, roll.type().value() + WIDEST);
    }
  }
}
