package org.shilian.epcis;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.EpcUrn;
import org.shilian.gs1.Gs1Exception;

/**
 * The one spelling that an identifier has in the event hash: EPC URNs and Digital Links on any host
 * become the canonical GS1 Digital Link URI, constrained to key and finest qualifier (CBV 2.0
 * §8.9.2). What cannot be converted stays as it is: an event with a broken identifier has a
 * fingerprint too. For that reason links are taken apart here, by their syntax alone, and not by
 * {@link DigitalLink#parse}, which refuses a wrong check digit.
 */
final class EpcNormalForm {
  static final String HOST = "https://id.gs1.org";

  /** The schemes of EPC URNs that stand for GS1 keys (Tag Data Standard §6.3). */
  private static final Set<String> SCHEMES =
      Set.of(
          "sgtin", "lgtin", "upui", "itip", "sscc", "sgln", "pgln", "grai", "giai", "gsrn", "gsrnp",
          "gdti", "sgcn", "cpi", "ginc", "gsin");

  private EpcNormalForm() {}

  /** The normal form; what is neither an EPC URN nor a Digital Link comes back as it is. */
  static String of(String uri) {
    if (isHttp(uri)) {
      String link = ofDigitalLink(uri);
      return link == null ? uri : link;
    }
    if (isEpcUrn(uri)) {
      String link = ofUrn(uri);
      return link == null ? uri : link;
    }
    return uri;
  }

  static boolean isHttp(String uri) {
    return authority(uri) >= 0;
  }

  static boolean isEpcUrn(String uri) {
    return uri.regionMatches(true, 0, "urn:epc:", 0, 8);
  }

  /** Where the authority of an http or https URI begins; -1 for any other URI. */
  private static int authority(String uri) {
    if (!uri.regionMatches(true, 0, "http", 0, 4)) {
      return -1;
    }
    return uri.startsWith("://", 4) ? 7 : uri.regionMatches(true, 4, "s://", 0, 4) ? 8 : -1;
  }

  // ---- Digital Links

  private static @Nullable String ofDigitalLink(String uri) {
    int path = uri.indexOf('/', authority(uri));
    if (path < 0) {
      return null;
    }
    int end = pathEnd(uri, path);
    // the key is the last one on the path: what goes before it is the host's own stem
    for (int slash = uri.lastIndexOf('/', end - 1); slash >= path; ) {
      int before = uri.lastIndexOf('/', slash - 1);
      if (before < path) {
        return null;
      }
      String ai = keyAi(uri, before + 1, slash);
      if (ai != null) {
        String link = constrained(uri, ai, slash + 1, end);
        if (link != null) {
          return link;
        }
      }
      slash = before;
    }
    return null;
  }

  private static int pathEnd(String uri, int path) {
    int end = path;
    while (end < uri.length() && uri.charAt(end) != '?' && uri.charAt(end) != '#') {
      end++;
    }
    return uri.charAt(end - 1) == '/' ? end - 1 : end;
  }

  /** The key's AI for a path segment that is one, or that is its alphabetic alias. */
  private static @Nullable String keyAi(String uri, int start, int end) {
    if (end - start > 5 || end - start < 2) {
      return null;
    }
    return switch (uri.substring(start, end)) {
      case "00", "sscc" -> "00";
      case "01", "gtin" -> "01";
      case "253", "gdti" -> "253";
      case "255", "gcn" -> "255";
      case "401", "ginc" -> "401";
      case "402", "gsin" -> "402";
      case "414", "gln" -> "414";
      case "417", "party" -> "417";
      case "8003", "grai" -> "8003";
      case "8004", "giai" -> "8004";
      case "8006", "itip" -> "8006";
      case "8010", "cpid" -> "8010";
      case "8017", "gsrnp" -> "8017";
      case "8018", "gsrn" -> "8018";
      default -> null;
    };
  }

  private static @Nullable String constrained(String uri, String ai, int start, int end) {
    int keyEnd = segmentEnd(uri, start, end);
    String key = key(ai, uri.substring(start, keyEnd));
    if (key == null) {
      return null;
    }
    String qualifier = null;
    String value = null;
    int rank = 0;
    for (int at = keyEnd; at < end; ) {
      int nameEnd = segmentEnd(uri, at + 1, end);
      if (nameEnd >= end) {
        return null;
      }
      int valueEnd = segmentEnd(uri, nameEnd + 1, end);
      String name = qualifierAi(uri.substring(at + 1, nameEnd));
      int fineness = fineness(ai, name);
      if (fineness < 0 || valueEnd == nameEnd + 1) {
        return null;
      }
      if (fineness > rank) {
        rank = fineness;
        qualifier = name;
        value = uri.substring(nameEnd + 1, valueEnd);
      }
      at = valueEnd;
    }
    StringBuilder out = new StringBuilder(uri.length() + 8);
    out.append(HOST).append('/').append(ai).append('/').append(PercentCode.recoded(key));
    if (qualifier != null && value != null) {
      out.append('/').append(qualifier).append('/').append(PercentCode.recoded(value));
    }
    return out.toString();
  }

  private static int segmentEnd(String uri, int from, int end) {
    int slash = uri.indexOf('/', from);
    return slash < 0 || slash > end ? end : slash;
  }

  private static String qualifierAi(String name) {
    return switch (name) {
      case "lot" -> "10";
      case "ser" -> "21";
      case "cpv" -> "22";
      case "glnx" -> "254";
      case "cpsn" -> "8011";
      default -> name;
    };
  }

  /** How fine a qualifier is: 0 names nothing that the hash keeps, -1 does not go with the key. */
  private static int fineness(String ai, String qualifier) {
    return switch (ai) {
      case "01" ->
          switch (qualifier) {
            case "22" -> 0;
            case "10" -> 1;
            case "235" -> 2;
            case "21" -> 3;
            default -> -1;
          };
      case "8006" ->
          switch (qualifier) {
            case "22" -> 0;
            case "10" -> 1;
            case "21" -> 3;
            default -> -1;
          };
      case "414" -> qualifier.equals("254") ? 1 : -1;
      case "8010" -> qualifier.equals("8011") ? 1 : -1;
      default -> -1;
    };
  }

  /** The key in its full length, or null for a value that the AI does not allow. */
  private static @Nullable String key(String ai, String value) {
    return switch (ai) {
      case "01" ->
          switch (digits(value, 0) == value.length() ? value.length() : 0) {
            case 14 -> value;
            case 13 -> "0" + value;
            case 12 -> "00" + value;
            case 8 -> "000000" + value;
            default -> null;
          };
      case "00", "8006", "8017", "8018" -> digitsThenRest(value, 18, 0);
      case "402" -> digitsThenRest(value, 17, 0);
      case "414", "417" -> digitsThenRest(value, 13, 0);
      case "253" -> digitsThenRest(value, 13, 17);
      case "255" -> digitsThenRest(value, 13, 12);
      case "8003" -> digitsThenRest(value, 14, 16);
      default -> digitsThenRest(value, 4, 26);
    };
  }

  private static @Nullable String digitsThenRest(String value, int digits, int rest) {
    int length = PercentCode.decodedLength(value);
    return digits(value, 0) >= digits && length >= digits && length <= digits + rest ? value : null;
  }

  private static int digits(String value, int from) {
    int i = from;
    while (i < value.length() && Checks.isDigit(value.charAt(i))) {
      i++;
    }
    return i - from;
  }

  // ---- EPC URNs

  private static @Nullable String ofUrn(String urn) {
    String link = UrnForm.link(urn);
    return link == null ? ofUncommonUrn(urn) : link;
  }

  private static @Nullable String ofUncommonUrn(String urn) {
    try {
      return text(EpcUrn.toDigitalLink(urn));
    } catch (Gs1Exception e) {
      return null;
    }
  }

  static String text(DigitalLink link) {
    StringBuilder out = new StringBuilder(96);
    out.append(HOST).append('/').append(link.primaryKeyAi()).append('/');
    out.append(PercentCode.encoded(link.primaryKey()));
    link.qualifiers()
        .forEach(
            (ai, value) ->
                out.append('/').append(ai).append('/').append(PercentCode.encoded(value)));
    return out.toString();
  }

  /**
   * The rule that an EPC URN breaks; null for a right one and for schemes that GS1 keys are not.
   */
  static @Nullable String faultOfUrn(String urn) {
    if (UrnForm.link(urn) != null) {
      return null;
    }
    String[] words = urn.split(":", 5);
    if (words.length < 5) {
      return "does not have the form urn:epc:kind:scheme:fields";
    }
    boolean pure = words[2].equals("id") || words[2].equals("class") || words[2].equals("idpat");
    if (!pure || !SCHEMES.contains(words[3])) {
      return null;
    }
    try {
      var unused = EpcUrn.toDigitalLink(urn);
      return null;
    } catch (Gs1Exception e) {
      return "is no EPC URN: " + e.rule();
    }
  }
}
