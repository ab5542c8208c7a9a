package org.shilian.capture.epcis.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shilian.capture.check.RegistryLookup;
import org.shilian.chain.form.KeyUri;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.epcis.EpcisEvent;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Uscc;

/**
 * Which operators the parties are that some events name by a GLN: as that of a party (AI 417,
 * {@code urn:epc:id:pgln}) or of a place of theirs (AI 414, {@code urn:epc:id:sgln}).
 */
final class PartyRegister {
  private static final Set<String> GLN = Set.of("414", "417");
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Set<Uscc>> operators;

  private PartyRegister(Map<String, Set<Uscc>> operators) {
    this.operators = operators;
  }

  /** Looks up whom these events name. Blocks; throws as {@link RegistryLookup#operatorsByGln}. */
  static PartyRegister of(List<EpcisEvent> events, RegistryLookup registry) {
    Map<String, Gln> glns = new HashMap<>();
    for (EpcisEvent event : events) {
      for (String uri : TradeEpcis.partiesToResolve(event)) {
        Gln gln = gln(uri);
        if (gln != null) {
          glns.put(uri, gln);
        }
      }
    }
    Map<Gln, Set<Uscc>> found = registry.operatorsByGln(new HashSet<>(glns.values()));
    Map<String, Set<Uscc>> operators = new HashMap<>();
    glns.forEach(
        (uri, gln) -> {
          Set<Uscc> registered = found.get(gln);
          if (registered != null) {
            operators.put(uri, registered);
          }
        });
    return new PartyRegister(operators);
  }

  private static @Nullable Gln gln(String uri) {
    try {
      DigitalLink link = KeyUri.link(uri);
      return link != null && GLN.contains(link.primaryKeyAi()) ? new Gln(link.primaryKey()) : null;
    } catch (Gs1Exception e) {
      // the event is refused for it when it is read as a trade event
      return null;
    }
  }

  /**
   * The parties of this event that are registered, by URI.
   *
   * @throws AmbiguousPartyException if several operators have the GLN of one of them
   */
  Map<String, Uscc> partiesOf(EpcisEvent event) {
    Map<String, Uscc> parties = new TreeMap<>();
    for (String uri : TradeEpcis.partiesToResolve(event)) {
      Set<Uscc> registered = operators.getOrDefault(uri, Set.of());
      if (registered.size() > 1) {
        throw new AmbiguousPartyException(uri);
      }
      registered.forEach(uscc -> parties.put(uri, uscc));
    }
    return parties;
  }

  /** The parties as the record's header says them; null if there are none. */
  static @Nullable String header(Map<String, Uscc> parties) {
    if (parties.isEmpty()) {
      return null;
    }
    Map<String, String> json = new TreeMap<>();
    parties.forEach((uri, uscc) -> json.put(uri, uscc.value()));
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts can be written", e);
    }
  }

  /** A GLN that says of no single operator that it is meant. */
  static final class AmbiguousPartyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String uri;

    AmbiguousPartyException(String uri) {
      super(uri + " is the GLN of several operators");
      this.uri = uri;
    }

    String uri() {
      return uri;
    }
  }
}
