package org.shilian.gs1;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.ai.ApplicationIdentifier;

/**
 * A GS1 Digital Link (GS1 Digital Link Standard: URI Syntax, release 1.4, uncompressed): one key,
 * what qualifies it, and attributes; all checked. Immutable; two are equal when all of this is.
 *
 * <p>Values are kept decoded. A GTIN that is the key is kept as 14 digits. Qualifiers are kept in
 * the canonical order of their key, attributes in the order of their identifiers.
 */
public final class DigitalLink {
  static final String CANONICAL_BASE = "https://id.gs1.org";

  private final String keyAi;
  private final String key;
  private final Map<String, String> qualifiers;
  private final Map<String, String> attributes;
  private final String parameters;

  /** Only {@link LinkParts} puts links together that may be bad; it has checked these parts. */
  DigitalLink(
      String keyAi,
      String key,
      Map<String, String> qualifiers,
      Map<String, String> attributes,
      String parameters) {
    this.keyAi = keyAi;
    this.key = key;
    this.qualifiers = qualifiers;
    this.attributes = attributes;
    this.parameters = parameters;
  }

  /**
   * Reads a Digital Link URI, of any host and with any path in front of the key, or only its path.
   * What makes it lenient: a slash at the end, qualifiers in any order, a qualifier in the query, a
   * GTIN of 8, 12 or 13 digits. A fragment is ignored. Addresses of the {@linkplain
   * LinkForm#known() older and other forms} are read too.
   *
   * @param uriOrPath the raw text, percent-encoded: a slash in a lot number is {@code %2F}
   * @throws Gs1Exception if it is not one, or a value in it is wrong
   */
  public static DigitalLink parse(String uriOrPath) {
    return parse(uriOrPath, LinkForm.known());
  }

  /**
   * Reads a Digital Link URI as {@link #parse(String)} does, and addresses of these forms.
   *
   * @param forms what else is tried, in this order, with an address that has no key in its path; an
   *     empty list leaves the standard alone
   * @throws Gs1Exception if it is none of them, or a value in it is wrong
   */
  public static DigitalLink parse(String uriOrPath, List<? extends LinkForm> forms) {
    return DigitalLinkParser.parse(uriOrPath, forms);
  }

  /** The link of a product: {@code /01/…}. */
  public static DigitalLink ofProduct(Gtin gtin) {
    return new DigitalLink("01", gtin.value(), Map.of(), Map.of(), "");
  }

  /** The link of a batch: {@code /01/…/10/…}. */
  public static DigitalLink ofBatch(Gtin gtin, Lot lot) {
    return new DigitalLink("01", gtin.value(), Map.of("10", lot.value()), Map.of(), "");
  }

  /** The link of one item: {@code /01/…/21/…}. */
  public static DigitalLink ofItem(Gtin gtin, Serial serial) {
    return new DigitalLink("01", gtin.value(), Map.of("21", serial.value()), Map.of(), "");
  }

  /** The link of a box or pallet: {@code /00/…}. */
  public static DigitalLink ofLogisticUnit(Sscc sscc) {
    return new DigitalLink("00", sscc.value(), Map.of(), Map.of(), "");
  }

  /** The link of a place: {@code /414/…}. */
  public static DigitalLink ofPlace(Gln gln) {
    return new DigitalLink("414", gln.value(), Map.of(), Map.of(), "");
  }

  /** The link of a document: {@code /253/…}. */
  public static DigitalLink ofDocument(Gdti gdti) {
    return new DigitalLink("253", gdti.value(), Map.of(), Map.of(), "");
  }

  /**
   * Puts a link together from checked or unchecked parts.
   *
   * @param whole the text it came from, for the refusals
   * @param others the identifiers beside the key; those that qualify it become qualifiers, the rest
   *     attributes
   */
  static DigitalLink assemble(
      String whole,
      ApplicationIdentifier key,
      String keyValue,
      Map<ApplicationIdentifier, String> others) {
    Gs1Exception.refuseIf(key.title(), keyValue, key.fault(keyValue));
    LinkParts parts = new LinkParts(whole);
    others.forEach(
        (ai, value) -> {
          Gs1Exception.refuseIf(ai.title(), value, ai.fault(value));
          parts.add(ai, value);
        });
    return parts.link(key, keyValue, "");
  }

  /** The identifier of the key, such as {@code 01}. */
  public String primaryKeyAi() {
    return keyAi;
  }

  /** The key, such as the 14 digits of a GTIN. */
  public String primaryKey() {
    return key;
  }

  /** The key qualifier with this identifier, such as {@code 10}, or null. */
  public @Nullable String qualifier(String ai) {
    return qualifiers.get(ai);
  }

  /** The key qualifiers by identifier, in canonical order. */
  public Map<String, String> qualifiers() {
    return qualifiers;
  }

  /** The attributes by identifier, in the order of the identifiers. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** What else the query says, raw, as it came and in its order; empty if there is nothing. */
  public String parameters() {
    return parameters;
  }

  /** The GTIN if it is the key, else null. */
  public @Nullable Gtin gtin() {
    return keyAi.equals("01") ? new Gtin(key) : null;
  }

  /** The lot if it qualifies the key, else null. */
  public @Nullable Lot lot() {
    String lot = qualifier("10");
    return lot == null ? null : new Lot(lot);
  }

  /** The serial if it qualifies the key, else null. */
  public @Nullable Serial serial() {
    String serial = qualifier("21");
    return serial == null ? null : new Serial(serial);
  }

  /**
   * The canonical URI, which is the identity of what the link is about: {@code
   * https://id.gs1.org/01/…/10/…}, without attributes and other parameters. Two codes are about the
   * same thing when their canonical URIs are equal.
   */
  public String canonical() {
    return CANONICAL_BASE + path();
  }

  /** The path: key and qualifiers in canonical order, percent-encoded. */
  public String path() {
    StringBuilder path = new StringBuilder();
    path.append('/').append(keyAi).append('/').append(PercentCode.encodeForUri(key));
    qualifiers.forEach(
        (ai, value) ->
            path.append('/').append(ai).append('/').append(PercentCode.encodeForUri(value)));
    return path.toString();
  }

  /**
   * The URI at this resolver, with attributes, without other parameters.
   *
   * @param base scheme, host and perhaps a path, as {@code https://id.example.org/food}
   * @throws Gs1Exception if the base is not an http or https URI, or has a query or fragment
   */
  public String toUri(String base) {
    return withoutSlash(base, originEnd(base)) + pathAndQuery();
  }

  /**
   * The URI at this resolver, with scheme and host in upper case, where case does not matter. A QR
   * symbol holds it in its denser alphanumeric mode when what follows is in upper case too, as it
   * is for the codes that Shilian issues. Nothing else is changed.
   *
   * @throws Gs1Exception as {@link #toUri}
   */
  public String toUpperCaseUri(String base) {
    int end = originEnd(base);
    String origin = base.substring(0, end).toUpperCase(Locale.ROOT);
    return withoutSlash(origin + base.substring(end), end) + pathAndQuery();
  }

  private String pathAndQuery() {
    StringBuilder text = new StringBuilder(path());
    char separator = '?';
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      text.append(separator)
          .append(attribute.getKey())
          .append('=')
          .append(PercentCode.encodeForUri(attribute.getValue()));
      separator = '&';
    }
    return text.toString();
  }

  private static String withoutSlash(String base, int originEnd) {
    boolean slash = base.length() > originEnd && base.endsWith("/");
    return slash ? base.substring(0, base.length() - 1) : base;
  }

  private static int originEnd(String base) {
    int end = DigitalLinkParser.originEnd(base);
    if (end < 0 || base.indexOf('?') >= 0 || base.indexOf('#') >= 0) {
      throw new Gs1Exception(
          "resolver address", base, "is not an http or https URI without query and fragment");
    }
    return end;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DigitalLink link
        && keyAi.equals(link.keyAi)
        && key.equals(link.key)
        && qualifiers.equals(link.qualifiers)
        && attributes.equals(link.attributes)
        && parameters.equals(link.parameters);
  }

  @Override
  public int hashCode() {
    return Objects.hash(keyAi, key, qualifiers, attributes, parameters);
  }

  /** The {@linkplain #canonical() canonical} URI. */
  @Override
  public String toString() {
    return canonical();
  }
}
