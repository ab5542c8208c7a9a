package org.shilian.ledger.trace.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What keeps a lot from being chained, branch by branch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LotGaps", examples = TraceExamples.GAPS)
public record GapView(
    String gtin,
    String lot,
    @Schema(enumeration = {"origin", "repacked", "void", "unknown"}) String state,
    boolean chained,
    @Schema(description = "Whether it is old enough to count") boolean matured,
    @Nullable LocalDate maturesOn,
    Instant asOf,
    @Schema(description = "Whether all of its branches were followed") boolean complete,
    @Schema(description = "How many gaps there are on all pages") int total,
    @Schema(description = "On each branch the first thing that is missing") List<EndView> gaps,
    @Nullable String next) {}
