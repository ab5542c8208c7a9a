package org.shilian.epcis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One standard vocabulary of the Core Business Vocabulary 2.0 (§7) and its four spellings: the bare
 * word {@code shipping}, the CURIE {@code cbv:BizStep-shipping}, the Web URI {@code
 * https://ref.gs1.org/cbv/BizStep-shipping} and the older URN {@code
 * urn:epcglobal:cbv:bizstep:shipping}. The vocabularies are open: any other URI is a value too.
 */
public final class Cbv {
  /** The namespace of the CBV's Web URIs. */
  static final String WEB = "https://ref.gs1.org/cbv/";

  private static final String CURIE = "cbv:";
  private static final String URN = "urn:epcglobal:cbv:";

  /** Business steps, CBV 2.0 §7.1. */
  public static final Cbv BIZ_STEP =
      new Cbv(
          "business step",
          "BizStep-",
          "bizstep",
          "accepting arriving assembling collecting commissioning consigning creating_class_instance"
              + " cycle_counting decommissioning departing destroying disassembling dispensing encoding"
              + " entering_exiting holding inspecting installing killing loading other packing picking"
              + " receiving removing repackaging repairing replacing reserving retail_selling sampling"
              + " sensor_reporting shipping staging_outbound stock_taking stocking storing transporting"
              + " unloading unpacking void_shipping");

  /** Dispositions, CBV 2.0 §7.2. */
  public static final Cbv DISPOSITION =
      new Cbv(
          "disposition",
          "Disp-",
          "disp",
          "active available completeness_inferred completeness_verified conformant container_closed"
              + " container_open damaged destroyed dispensed disposed encoded expired in_progress"
              + " in_transit inactive mismatch_class mismatch_instance mismatch_quantity"
              + " needs_replacement no_pedigree_match non_conformant non_sellable_other"
              + " partially_dispensed recalled reserved retail_sold returned sellable_accessible"
              + " sellable_not_accessible stolen unavailable unknown");

  /** Business transaction types, CBV 2.0 §7.3. */
  public static final Cbv BIZ_TRANSACTION_TYPE =
      new Cbv(
          "business transaction type",
          "BTT-",
          "btt",
          "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt");

  /** Source and destination types, CBV 2.0 §7.4. */
  public static final Cbv SOURCE_DEST_TYPE =
      new Cbv(
          "source or destination type", "SDT-", "sdt", "owning_party possessing_party location");

  /** Error reasons, CBV 2.0 §7.5. */
  public static final Cbv ERROR_REASON =
      new Cbv("error reason", "ER-", "er", "did_not_occur incorrect_data");

  private static final List<Cbv> ALL =
      List.of(BIZ_STEP, DISPOSITION, BIZ_TRANSACTION_TYPE, SOURCE_DEST_TYPE, ERROR_REASON);

  private final String name;
  private final String webPrefix;
  private final String curiePrefix;
  private final String urnPrefix;
  private final Set<String> words;
  private final Map<String, String> webUris;

  private Cbv(String name, String webLocal, String urnLocal, String words) {
    this.name = name;
    this.webPrefix = WEB + webLocal;
    this.curiePrefix = CURIE + webLocal;
    this.urnPrefix = URN + urnLocal + ":";
    this.words = Set.of(words.split(" ", -1));
    Map<String, String> uris = new HashMap<>();
    for (String word : this.words) {
      uris.put(word, webPrefix + word);
    }
    this.webUris = Map.copyOf(uris);
  }

  /** The words of the standard. */
  public Set<String> words() {
    return words;
  }

  /**
   * The value as the model keeps it: the bare word for each spelling of a word of the standard, any
   * other URI as it is.
   *
   * @throws EpcisException for a bare word that the standard does not have
   */
  String bareOrUri(String field, String value) {
    if (words.contains(value)) {
      return value;
    }
    String word = local(value);
    if (word != null && words.contains(word)) {
      return word;
    }
    if (!Checks.isUri(value)) {
      throw new EpcisException(
          field, Checks.shown(value), "must be a " + name + " of the CBV 2.0 or a URI");
    }
    return value;
  }

  /** The Web URI for a value in any spelling; another URI comes back as it is. */
  String webUri(String value) {
    String known = webUris.get(value);
    if (known != null) {
      return known;
    }
    String word = local(value);
    return word == null ? value : webPrefix + word;
  }

  private @Nullable String local(String value) {
    if (value.startsWith(webPrefix)) {
      return value.substring(webPrefix.length());
    }
    if (value.startsWith(curiePrefix)) {
      return value.substring(curiePrefix.length());
    }
    if (value.startsWith(urnPrefix)) {
      return value.substring(urnPrefix.length());
    }
    return null;
  }

  /** The Web URI for a URN of any of the vocabularies; anything else comes back as it is. */
  static String webUriOfUrn(String value) {
    if (value.startsWith(URN)) {
      for (Cbv vocabulary : ALL) {
        if (value.startsWith(vocabulary.urnPrefix)) {
          return vocabulary.webPrefix + value.substring(vocabulary.urnPrefix.length());
        }
      }
    }
    return value;
  }
}
