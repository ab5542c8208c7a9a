package org.shilian.chain.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Party;
import org.shilian.epcis.EventCommon;
import org.shilian.gs1.Uscc;

/** The other side of a delivery, in the source and destination lists of EPCIS. */
final class Partner {
  private Partner() {}

  /** The URI of an operator. */
  static String uri(Uscc operator) {
    return Urn.USCC.of(operator.value());
  }

  /** The URI of a party: made of its USCC, its licence, or else its name. */
  static String uri(Party party) {
    if (party instanceof Party.OffChain offChain) {
      return offChain.licence() != null
          ? Urn.LICENCE.of(offChain.licence())
          : Urn.NAME.of(String.valueOf(offChain.name()));
    }
    return Urn.USCC.of(party.key());
  }

  /** Says the name of a party whose URI is made of its licence. */
  static void writeName(EventCommon.Builder common, Party party) {
    if (party instanceof Party.OffChain offChain
        && offChain.licence() != null
        && offChain.name() != null) {
      common.extension(Terms.PARTNER_NAME, offChain.name());
    }
  }

  /**
   * The party that one end of the event names: its owner there, else its possessor.
   *
   * @return null if that end names neither
   */
  static @Nullable Party read(EpcisIn in, List<org.shilian.epcis.Party> end) {
    for (String type : List.of(Terms.OWNER, Terms.POSSESSOR)) {
      for (org.shilian.epcis.Party party : end) {
        if (party.type().equals(type)) {
          return party(in, party.id());
        }
      }
    }
    return null;
  }

  private static Party party(EpcisIn in, String uri) {
    Uscc uscc = in.operator(uri);
    if (uscc != null) {
      return new Party.OnChain(uscc);
    }
    String licence = Urn.LICENCE.in(uri);
    if (licence != null) {
      return new Party.OffChain(licence, in.text(Terms.PARTNER_NAME));
    }
    String name = Urn.NAME.in(uri);
    return new Party.OffChain(null, name == null ? KeyUri.canonical(uri) : name);
  }
}
