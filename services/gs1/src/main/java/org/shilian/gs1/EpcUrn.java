package org.shilian.gs1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.ai.AiTable;
import org.shilian.gs1.ai.ApplicationIdentifier;
import org.shilian.gs1.ai.CheckDigit;

/**
 * EPC URNs (GS1 EPC Tag Data Standard, sections 6 and 8): {@code urn:epc:id:…} for one thing,
 * {@code urn:epc:class:lgtin:…} for a batch and {@code urn:epc:idpat:…*} for all of a kind. They
 * say the same as a Digital Link, and also where the company prefix ends, which nothing but the URN
 * or a list of prefixes tells; hence a link can be made of a URN, but a URN only with that length.
 * An {@link Epc} keeps it. Patterns with fewer fields given are {@link EpcPattern}s.
 */
public final class EpcUrn {
  private static final String WHAT = "EPC URN";
  private static final String START = "urn:epc:";
  private static final int SHORTEST_PREFIX = 6;
  private static final int LONGEST_PREFIX = 12;

  /** Stands for "no extension" in the place of a GLN's extension. */
  private static final String NO_EXTENSION = "0";

  private EpcUrn() {}

  /**
   * The Digital Link that says the same. Knows the schemes sgtin, lgtin, upui, itip, sscc, sgln,
   * pgln, grai, giai, gsrn, gsrnp, gdti, sgcn, cpi, ginc and gsin.
   *
   * @throws Gs1Exception if it is not an EPC URN, is of another scheme, or does not stand for a key
   */
  public static DigitalLink toDigitalLink(String urn) {
    return parse(urn).link();
  }

  static Epc parse(String urn) {
    String[] words = isEpcUrn(urn) ? urn.split(":", 5) : new String[0];
    if (words.length < 5) {
      throw refusal(urn, "does not have the form urn:epc:kind:scheme:fields");
    }
    EpcScheme scheme = EpcScheme.named(words[3]);
    if (scheme == null) {
      throw refusal(urn, "scheme " + Gs1Exception.shown(words[3]) + " is not known");
    }
    String[] fields = words[4].split("\\.", scheme.fields());
    if (fields.length < scheme.fields()) {
      throw refusal(
          urn, "has " + fields.length + " fields, expected " + scheme.fields() + " between dots");
    }
    boolean pattern = words[2].equals("idpat");
    if (!scheme.fits(words[2])) {
      throw refusal(urn, scheme.text() + " does not come as kind " + Gs1Exception.shown(words[2]));
    }
    if (pattern && !fields[fields.length - 1].equals("*")) {
      throw refusal(urn, "is a pattern that does not end with *");
    }
    return new Epc(link(urn, scheme, fields, pattern), fields[0].length());
  }

  /** Refuses the first fields of a scheme if they are not what an EPC of it starts with. */
  static void checkFields(String urn, EpcScheme scheme, List<String> fields) {
    if (fields.isEmpty()) {
      return;
    }
    checkPrefix(urn, fields.get(0));
    if (fields.size() > 1) {
      String body = keyBody(urn, scheme, fields.get(0), fields.get(1));
      if (scheme.digits() == 0) {
        Gs1Exception.refuseIf("key", body, AiTable.get(scheme.keyAi()).fault(body));
      }
    }
    for (int i = 2; i < fields.size(); i++) {
      if (fields.get(i).length() != 2 || !isDigits(fields.get(i))) {
        throw refusal(urn, "field " + (i + 1) + " is not made of two digits");
      }
    }
  }

  /** Whether the text starts like an EPC URN; what follows may still be wrong. */
  static boolean isEpcUrn(String text) {
    return text.regionMatches(true, 0, START, 0, START.length());
  }

  private static DigitalLink link(String urn, EpcScheme scheme, String[] fields, boolean pattern) {
    StringBuilder key = new StringBuilder(keyBody(urn, scheme, fields[0], fields[1]));
    if (scheme == EpcScheme.GRAI) {
      key.insert(0, '0');
    } else if (scheme == EpcScheme.ITIP) {
      if (fields[2].length() != 2) {
        throw refusal(urn, "piece is not given as two digits");
      }
      key.append(fields[2]).append(fields[3]);
    }
    Map<ApplicationIdentifier, String> others = new LinkedHashMap<>();
    if (scheme.tail() != EpcScheme.Tail.NONE && !pattern) {
      String tail = decode(urn, fields[fields.length - 1]);
      if (tail.isEmpty()) {
        throw refusal(urn, "ends without what names one of its kind");
      }
      String tailAi = scheme.tailAi();
      if (tailAi == null) {
        key.append(tail);
      } else if (scheme != EpcScheme.SGLN || !tail.equals(NO_EXTENSION)) {
        others.put(AiTable.get(tailAi), tail);
      }
    }
    return DigitalLink.assemble(urn, AiTable.get(scheme.keyAi()), key.toString(), others);
  }

  private static void checkPrefix(String urn, String prefix) {
    if (!isDigits(prefix)
        || prefix.length() < SHORTEST_PREFIX
        || prefix.length() > LONGEST_PREFIX) {
      throw refusal(urn, "company prefix is not made of 6 to 12 digits");
    }
  }

  /** Company prefix and reference put together, with the check digit. */
  private static String keyBody(String urn, EpcScheme scheme, String prefix, String reference) {
    checkPrefix(urn, prefix);
    if (scheme.digits() == 0) {
      if (reference.isEmpty()) {
        throw refusal(urn, "has nothing behind the company prefix");
      }
      return prefix + decode(urn, reference);
    }
    int expected = scheme.digits() - prefix.length();
    if (reference.length() != expected || !isDigits(reference)) {
      throw refusal(
          urn,
          "reference behind a company prefix of "
              + prefix.length()
              + " digits is not made of "
              + expected
              + " digits");
    }
    String digits =
        scheme.indicatorFirst()
            ? reference.charAt(0) + prefix + reference.substring(1)
            : prefix + reference;
    return digits + CheckDigit.of(digits);
  }

  /**
   * The URN of a batch: {@code urn:epc:class:lgtin:…}.
   *
   * @param companyPrefixLength how many digits the GS1 Company Prefix has, 6 to 12
   * @throws Gs1Exception if it is out of range
   */
  public static String lgtin(Gtin gtin, Lot lot, int companyPrefixLength) {
    return of(DigitalLink.ofBatch(gtin, lot), companyPrefixLength);
  }

  /** The URN of an item: {@code urn:epc:id:sgtin:…}; otherwise as {@link #lgtin}. */
  public static String sgtin(Gtin gtin, Serial serial, int companyPrefixLength) {
    return of(DigitalLink.ofItem(gtin, serial), companyPrefixLength);
  }

  /** The URN of a product: {@code urn:epc:idpat:sgtin:….*}; otherwise as {@link #lgtin}. */
  public static String product(Gtin gtin, int companyPrefixLength) {
    return of(DigitalLink.ofProduct(gtin), companyPrefixLength);
  }

  /** The URN of a box or pallet: {@code urn:epc:id:sscc:…}; otherwise as {@link #lgtin}. */
  public static String sscc(Sscc sscc, int companyPrefixLength) {
    return of(DigitalLink.ofLogisticUnit(sscc), companyPrefixLength);
  }

  /** The URN of a place: {@code urn:epc:id:sgln:….0}; otherwise as {@link #lgtin}. */
  public static String sgln(Gln gln, int companyPrefixLength) {
    return of(DigitalLink.ofPlace(gln), companyPrefixLength);
  }

  /**
   * The URN of a document, {@code urn:epc:id:gdti:…}, or without serial of a kind of documents,
   * {@code urn:epc:idpat:gdti:….*}; otherwise as {@link #lgtin}.
   */
  public static String gdti(Gdti gdti, int companyPrefixLength) {
    return of(DigitalLink.ofDocument(gdti), companyPrefixLength);
  }

  /**
   * The URN that says the same as the link. Of a link with serial and lot, the URN is that of the
   * item, which has no place for the lot; it has none for a consumer product variant or for
   * attributes either.
   *
   * @param companyPrefixLength how many digits the GS1 Company Prefix has, 6 to 12
   * @throws Gs1Exception if it is out of range, or no scheme is about this key
   */
  public static String of(DigitalLink link, int companyPrefixLength) {
    if (companyPrefixLength < SHORTEST_PREFIX || companyPrefixLength > LONGEST_PREFIX) {
      throw new Gs1Exception(
          "company prefix length", Integer.toString(companyPrefixLength), "expected 6 to 12");
    }
    EpcScheme scheme = schemeOf(link);
    String key = link.primaryKey();
    int body = scheme == EpcScheme.GRAI ? 1 : 0;
    int bodyEnd = scheme.digits() == 0 ? key.length() : body + scheme.digits();
    List<String> fields =
        new ArrayList<>(split(scheme, key.substring(body, bodyEnd), companyPrefixLength));
    int behindCheck = bodyEnd + 1;
    if (scheme == EpcScheme.ITIP) {
      fields.add(key.substring(behindCheck, behindCheck + 2));
      fields.add(key.substring(behindCheck + 2));
    }
    String kind = scheme == EpcScheme.LGTIN ? "class" : "id";
    if (scheme.tail() != EpcScheme.Tail.NONE) {
      String tail = tail(scheme, link, key, behindCheck);
      kind = tail == null ? "idpat" : kind;
      fields.add(tail == null ? "*" : PercentCode.encodeForUrn(tail));
    }
    return START + kind + ":" + scheme.text() + ":" + String.join(".", fields);
  }

  /** The scheme that a link is written in. */
  static EpcScheme schemeOf(DigitalLink link) {
    String ai = link.primaryKeyAi();
    if (ai.equals("01")) {
      if (link.qualifier("235") != null) {
        return EpcScheme.UPUI;
      }
      boolean batch = link.qualifier("10") != null && link.qualifier("21") == null;
      return batch ? EpcScheme.LGTIN : EpcScheme.SGTIN;
    }
    for (EpcScheme scheme : EpcScheme.values()) {
      if (scheme.keyAi().equals(ai)) {
        return scheme;
      }
    }
    throw new Gs1Exception(
        "Digital Link", link.canonical(), "no EPC scheme is about a key (" + ai + ")");
  }

  private static List<String> split(EpcScheme scheme, String body, int prefixLength) {
    int start = scheme.indicatorFirst() ? 1 : 0;
    int end = start + prefixLength;
    if (body.length() < end || !isDigits(body.substring(start, end))) {
      throw new Gs1Exception(
          "key", body, "does not start with a company prefix of " + prefixLength + " digits");
    }
    String reference = body.substring(0, start) + body.substring(end);
    return List.of(
        body.substring(start, end),
        scheme.digits() == 0 ? PercentCode.encodeForUrn(reference) : reference);
  }

  private static @Nullable String tail(
      EpcScheme scheme, DigitalLink link, String key, int behindCheck) {
    String tailAi = scheme.tailAi();
    if (tailAi == null) {
      return key.length() > behindCheck ? key.substring(behindCheck) : null;
    }
    String qualifier = link.qualifier(tailAi);
    return qualifier == null && scheme == EpcScheme.SGLN ? NO_EXTENSION : qualifier;
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String decode(String urn, String raw) {
    String decoded = PercentCode.decode(raw);
    if (decoded == null) {
      throw refusal(urn, "percent-encoding of " + Gs1Exception.shown(raw) + " is broken");
    }
    return decoded;
  }

  private static Gs1Exception refusal(String urn, String rule) {
    return new Gs1Exception(WHAT, urn, rule);
  }
}
