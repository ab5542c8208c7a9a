package org.shilian.capture.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.Problem;

/**
 * What became of one posted event.
 *
 * @param index its place in the document, from 0
 * @param eventId its identity; null where it was refused before it had one
 * @param verdict pending (in Kafka, not yet in the ledger), accepted, duplicate or refused
 * @param problem for a refused one: which fields, values and rules
 * @param codes the codes it led to
 * @param flags what a regulator is told of an accepted one, such as {@code over-shipped}; it counts
 *     all the same
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EventVerdict(
    int index,
    @JsonProperty("eventID") @Nullable String eventId,
    String verdict,
    @Nullable Problem problem,
    List<IssuedCode> codes,
    List<String> flags) {

  /** A code that an event led to. */
  public record IssuedCode(String kind, String gtin, String lot, String digitalLink, String href) {}

  static EventVerdict of(int index, @Nullable String eventId, String verdict) {
    return new EventVerdict(index, eventId, verdict, null, List.of(), List.of());
  }
}
