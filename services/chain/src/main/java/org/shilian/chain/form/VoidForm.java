package org.shilian.chain.form;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Voiding;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ErrorDeclaration;
import org.shilian.epcis.EventHash;
import org.shilian.epcis.ObjectEvent;

/**
 * VOID: an ObjectEvent DELETE in our own step of voiding, whose object is the record that is
 * withdrawn.
 *
 * <p>Read as one too: any event with an errorDeclaration, which in EPCIS is the voided event itself
 * said again. The VOID then happened when the error was declared, and its eventID is made of what
 * it voids and of the declaration.
 */
final class VoidForm implements Form<Voiding> {
  private static final String CORRECTED_BY = "shilian:correctedBy";
  private static final String INCORRECT_DATA = "incorrect_data";

  @Override
  public Class<Voiding> type() {
    return Voiding.class;
  }

  @Override
  public Voiding read(JsonIn in) {
    return in.event(
        envelope ->
            new Voiding(
                envelope, in.required("voids"), in.required("reason"), in.texts("correctedBy")));
  }

  @Override
  public void write(Voiding event, JsonOut out) {
    out.text("voids", event.voids())
        .text("reason", event.reason())
        .texts("correctedBy", event.correctedBy());
  }

  @Override
  public EpcisEvent toEpcis(Voiding event, EpcisOut out) {
    out.step(Terms.VOIDING, null)
        .say(Terms.REASON, event.reason())
        .say(CORRECTED_BY, event.correctedBy());
    return out.object(Action.DELETE, List.of(event.voids()), List.of());
  }

  @Override
  public @Nullable Voiding fromEpcis(EpcisIn in) {
    ErrorDeclaration declared = in.common().errorDeclaration();
    if (declared != null) {
      return declared(in, declared);
    }
    ObjectEvent object = in.object(Terms.VOIDING, Action.DELETE);
    if (object == null) {
      return null;
    }
    return new Voiding(
        in.envelope(),
        ObjectList.onlyRecord(object),
        in.extensions().requiredText(Terms.REASON),
        in.extensions().texts(CORRECTED_BY));
  }

  private static Voiding declared(EpcisIn in, ErrorDeclaration declaration) {
    String voids = in.common().eventId();
    if (voids == null) {
      voids = EventHash.of(in.event());
    }
    TradeEvent.Envelope original = in.envelope();
    TradeEvent.Envelope envelope =
        new TradeEvent.Envelope(
            eventId(voids, declaration), declaration.declarationTime(), original.operator(), null);
    return new Voiding(
        envelope,
        voids,
        Objects.requireNonNullElse(declaration.reason(), INCORRECT_DATA),
        declaration.correctiveEventIds());
  }

  /** The identity of a declaration: whoever repeats it says the same event. */
  private static String eventId(String voids, ErrorDeclaration declaration) {
    String said =
        JsonNodeFactory.instance
            .arrayNode()
            .add(voids)
            .add(declaration.declarationTime().toInstant().toString())
            .add(declaration.reason())
            .add(String.join(" ", new TreeSet<>(declaration.correctiveEventIds())))
            .toString();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return "urn:shilian:error:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
