package org.shilian.epcis;

/**
 * One end of a transfer: an entry of a source list or a destination list (EPCIS 2.0 §7.3.5.4).
 *
 * @param type a CBV source/destination type as its bare word ({@code owning_party}), or another URI
 * @param id the party's or location's URI
 */
public record Party(String type, String id) {
  public Party {
    Violations found = new Violations();
    type = Cbv.SOURCE_DEST_TYPE.bareOrUri(found, "type", type);
    Identifiers.any(found, "id", id);
    found.refuse();
  }
}
