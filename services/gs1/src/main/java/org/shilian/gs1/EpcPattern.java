package org.shilian.gs1;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A pattern of EPCs (GS1 EPC Tag Data Standard, section 8): {@code
 * urn:epc:idpat:sgtin:4012345.012345.*} are all items of a product, {@code
 * urn:epc:idpat:sgtin:4012345.*.*} all items of a company. Fields are given from the left; from the
 * first {@code *} on all are {@code *}.
 */
public final class EpcPattern {
  private static final String WHAT = "EPC pattern";
  private static final String START = "urn:epc:idpat:";
  private static final String ANY = "*";

  private final EpcScheme scheme;
  private final List<String> given;

  private EpcPattern(EpcScheme scheme, List<String> given) {
    this.scheme = scheme;
    this.given = given;
  }

  /**
   * Reads a pattern.
   *
   * @throws Gs1Exception if it is none, or a given field is not what an EPC of its scheme has there
   */
  public static EpcPattern parse(String urn) {
    if (!urn.regionMatches(true, 0, START, 0, START.length())) {
      throw refusal(urn, "does not start with " + START);
    }
    int colon = urn.indexOf(':', START.length());
    EpcScheme scheme = colon < 0 ? null : EpcScheme.named(urn.substring(START.length(), colon));
    if (scheme == null) {
      throw refusal(urn, "does not name a known scheme at " + (START.length() + 1));
    }
    String[] fields = urn.substring(colon + 1).split("\\.", scheme.fields());
    if (fields.length < scheme.fields()) {
      throw refusal(
          urn, "has " + fields.length + " fields, expected " + scheme.fields() + " between dots");
    }
    int stars = Arrays.asList(fields).indexOf(ANY);
    if (stars < 0) {
      throw refusal(urn, "has no field that is *");
    }
    for (int i = stars; i < fields.length; i++) {
      if (!fields[i].equals(ANY)) {
        throw refusal(
            urn, "field " + (i + 1) + " is not *, though field " + (stars + 1) + " before it is");
      }
    }
    List<String> given = List.of(fields).subList(0, stars);
    EpcUrn.checkFields(urn, scheme, given);
    return new EpcPattern(scheme, given.stream().map(EpcPattern::normal).toList());
  }

  /** As EPC URNs are written here; what is checked decodes. */
  private static String normal(String field) {
    return PercentCode.encodeForUrn(Objects.requireNonNull(PercentCode.decode(field)));
  }

  /** Whether the EPC is one that the pattern stands for. */
  public boolean matches(Epc epc) {
    return matchesUrn(epc.urn());
  }

  /**
   * Whether the thing is one that the pattern stands for, if its company prefix has the length that
   * the pattern's has.
   */
  public boolean matches(DigitalLink link) {
    try {
      if (given.isEmpty()) {
        return EpcUrn.schemeOf(link) == scheme;
      }
      return matchesUrn(EpcUrn.of(link, given.get(0).length()));
    } catch (Gs1Exception noUrn) {
      return false;
    }
  }

  private boolean matchesUrn(String urn) {
    String[] words = urn.split(":", 5);
    if (!words[3].equals(scheme.text())) {
      return false;
    }
    String[] fields = words[4].split("\\.", scheme.fields());
    return List.of(fields).subList(0, given.size()).equals(given);
  }

  /** The pattern as a URN. */
  @Override
  public String toString() {
    StringBuilder urn = new StringBuilder(START).append(scheme.text());
    for (int i = 0; i < scheme.fields(); i++) {
      urn.append(i == 0 ? ':' : '.').append(i < given.size() ? given.get(i) : ANY);
    }
    return urn.toString();
  }

  private static Gs1Exception refusal(String urn, String rule) {
    return new Gs1Exception(WHAT, urn, rule);
  }
}
