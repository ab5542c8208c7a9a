package org.shilian.ledger.trace.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a trace. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Trace", examples = TraceExamples.FORWARD)
public record TraceView(
    @Schema(enumeration = {"back", "forward"}) String direction,
    @Schema(description = "What it begins with, as it was asked") Map<String, String> start,
    Instant asOf,
    int depth,
    int size,
    @Schema(description = "Of all pages, as far as this key may see") Total total,
    @Schema(description = "Whether all of it was walked") boolean complete,
    List<NodeView> nodes,
    List<LinkView> links,
    List<EvidenceView> evidence,
    List<FlagView> flags,
    List<EndView> ends,
    @Schema(description = "How many holdings this key may not see; absent when none")
        @Nullable Integer outOfScope,
    @Schema(description = "The after of the next page; absent on the last") @Nullable String next) {

  /** How much there is. */
  @Schema(name = "TraceTotal")
  public record Total(int holdings, int links) {}
}
