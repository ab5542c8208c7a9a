package org.shilian.gs1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.ai.AiTable;
import org.shilian.gs1.ai.ApplicationIdentifier;

/**
 * What a GS1 barcode says: values, each behind its application identifier (GS1 General
 * Specifications, section 7.8). All values are checked, and no two identifiers exclude each other.
 * Whether something is {@linkplain #missing() missing} is not checked, because another symbol on
 * the same item may have it. Immutable; two are equal when they say the same in the same order.
 */
public final class ElementString {
  /** The separator between elements, which scanners send for FNC1. */
  public static final char GS = '\u001d';

  private final Map<String, String> values;

  private ElementString(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Reads an element string, either as it is printed for people, {@code (01)…(10)…}, or as a
   * scanner sends it, with {@link #GS} behind values of variable length. A separator too many at
   * either end, or behind a value of predefined length, does no harm. In the printed form a bracket
   * that belongs to a value is written {@code \(}.
   *
   * @throws Gs1Exception if it is not one, or a value in it is wrong
   */
  public static ElementString parse(String text) {
    return new ElementString(ElementStringParser.parse(text));
  }

  /**
   * Puts values together in this order.
   *
   * @param values by application identifier
   * @throws Gs1Exception if an identifier is unknown, a value is wrong or two exclude each other
   */
  public static ElementString of(Map<String, String> values) {
    ElementStringParser parser = new ElementStringParser(values.toString());
    values.forEach(parser::add);
    return new ElementString(parser.finish());
  }

  /** What a Digital Link says, without parameters: the key, its qualifiers, the attributes. */
  public static ElementString of(DigitalLink link) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(link.primaryKeyAi(), link.primaryKey());
    values.putAll(link.qualifiers());
    values.putAll(link.attributes());
    return of(values);
  }

  /**
   * These elements and those behind them, as of two symbols on one item.
   *
   * @throws Gs1Exception if they contradict one another
   */
  public ElementString with(ElementString others) {
    ElementStringParser parser = new ElementStringParser(bracketed() + others.bracketed());
    values.forEach(parser::add);
    others.values.forEach(parser::add);
    return new ElementString(parser.finish());
  }

  /** The values by application identifier, in order; at least one. */
  public Map<String, String> values() {
    return values;
  }

  /** The value behind this identifier, or null. */
  public @Nullable String value(String ai) {
    return values.get(ai);
  }

  /** As it is printed for people: {@code (01)…(10)…}. */
  public String bracketed() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (ai, value) -> text.append('(').append(ai).append(')').append(value.replace("(", "\\(")));
    return text.toString();
  }

  /** As a scanner sends it, without symbology identifier: {@link #GS} only where it is needed. */
  public String separated() {
    StringBuilder text = new StringBuilder();
    boolean open = false;
    for (Map.Entry<String, String> element : values.entrySet()) {
      if (open) {
        text.append(GS);
      }
      text.append(element.getKey()).append(element.getValue());
      open = !AiTable.get(element.getKey()).predefinedLength();
    }
    return text.toString();
  }

  /**
   * What ought to be on the same item and is not in here, one sentence for each element that misses
   * something (General Specifications, section 4.14.2).
   */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    for (String ai : values.keySet()) {
      String partner = AiTable.get(ai).missing(values.keySet());
      if (partner != null) {
        missing.add("(" + ai + ") goes with " + partner);
      }
    }
    return missing;
  }

  /** Whether one of the elements is a key that a Digital Link can be about. */
  boolean hasKey() {
    for (String code : values.keySet()) {
      if (AiTable.get(code).isKey()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The Digital Link that says the same. The first key is its key; what qualifies that comes into
   * the path, and all the rest into the query.
   *
   * @throws Gs1Exception if there is no key, or an element may not be in a Digital Link with it
   */
  public DigitalLink toDigitalLink() {
    Map<ApplicationIdentifier, String> others = new LinkedHashMap<>();
    ApplicationIdentifier key = null;
    String keyValue = "";
    for (Map.Entry<String, String> element : values.entrySet()) {
      ApplicationIdentifier ai = AiTable.get(element.getKey());
      if (key == null && ai.isKey()) {
        key = ai;
        keyValue = element.getValue();
      } else {
        others.put(ai, element.getValue());
      }
    }
    if (key == null) {
      throw new Gs1Exception(
          "element string", bracketed(), "has no key that a Digital Link is about");
    }
    return DigitalLink.assemble(bracketed(), key, keyValue, others);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ElementString elements && separated().equals(elements.separated());
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** The {@linkplain #bracketed() printed} form. */
  @Override
  public String toString() {
    return bracketed();
  }
}
