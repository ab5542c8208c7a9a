package org.shilian.chain.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.EpcUrn;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Sscc;

/** URIs of GS1 keys: Digital Links of any host, and EPC URNs. Other URIs are none of them. */
public final class KeyUri {
  private static final String EPC = "urn:epc:";
  private static final String SSCC = "00";

  /** The schemes of EPC URN that the gs1 module knows; others stand for no GS1 key. */
  private static final Pattern KNOWN_URN =
      Pattern.compile(
          "urn:epc:(id|class|idpat):(sgtin|lgtin|upui|itip|sscc|sgln|pgln|grai|giai|gsrn|gsrnp|gdti"
              + "|sgcn|cpi|ginc|gsin):.*");

  /** A Digital Link has a key's identifier, or the word older releases had, and then the key. */
  private static final Pattern LINK =
      Pattern.compile(
          "https?://[^?#]*/(00|01|253|414|417|sscc|gtin|gdti|gln|party)/[0-9]{8,}[^?#/]*([/?#].*)?");

  private KeyUri() {}

  /**
   * What the URI says, as a Digital Link; null if it does not look like a GS1 key.
   *
   * @throws org.shilian.gs1.Gs1Exception if it looks like one and is none
   */
  public static @Nullable DigitalLink link(String uri) {
    if (uri.startsWith(EPC)) {
      return KNOWN_URN.matcher(uri).matches() ? EpcUrn.toDigitalLink(uri) : null;
    }
    return LINK.matcher(uri).matches() ? DigitalLink.parse(uri) : null;
  }

  static boolean looksLikeKey(String uri) {
    return uri.startsWith(EPC) ? KNOWN_URN.matcher(uri).matches() : LINK.matcher(uri).matches();
  }

  /** The one spelling of a GS1 key's URI; any other URI as it is. */
  static String canonical(String uri) {
    DigitalLink link = link(uri);
    return link == null ? uri : link.canonical();
  }

  /** The lot that the URI names, alone or as that of an item; null if it names none. */
  public static @Nullable LotKey lot(@Nullable DigitalLink link) {
    Gtin gtin = link == null ? null : link.gtin();
    Lot lot = link == null ? null : link.lot();
    return gtin == null || lot == null ? null : new LotKey(gtin, lot);
  }

  static String of(LotKey lot) {
    return DigitalLink.ofBatch(lot.gtin(), lot.lot()).canonical();
  }

  static String of(Sscc box) {
    return DigitalLink.ofLogisticUnit(box).canonical();
  }

  /** An item and the lot it is of. */
  static String of(LotKey lot, Serial serial) {
    String product = DigitalLink.ofProduct(lot.gtin()).path();
    String item = DigitalLink.ofItem(lot.gtin(), serial).path();
    return of(lot) + item.substring(product.length());
  }

  /** The boxes and pallets among these URIs. */
  static List<Sscc> boxes(List<String> uris) {
    List<Sscc> boxes = new ArrayList<>();
    for (String uri : uris) {
      DigitalLink link = link(uri);
      if (link != null && link.primaryKeyAi().equals(SSCC)) {
        boxes.add(new Sscc(link.primaryKey()));
      }
    }
    return boxes;
  }
}
