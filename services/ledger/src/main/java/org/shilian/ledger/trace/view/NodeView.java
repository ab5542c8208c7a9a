package org.shilian.ledger.trace.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A holding of a trace. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TraceHolding")
public record NodeView(
    @Schema(description = "GTIN, lot and operator with slashes between, percent-encoded") String id,
    @Schema(description = "Over how many links the trace came here") int depth,
    @Schema(description = "Whether the trace began here; absent when not") @Nullable Boolean start,
    String gtin,
    String lot,
    @Schema(description = "USCC, or the key of a party off chain, licence:… or name:…")
        String operator,
    @Schema(description = "Whether it is a party that posts nothing; absent when not")
        @Nullable Boolean offChain,
    @Nullable String name,
    @Nullable String role,
    @Nullable String region,
    @Nullable Boolean terminal,
    @Nullable String productName,
    @Schema(description = "UN/ECE Recommendation 20 code that the quantities are in")
        @Nullable String unit,
    @Nullable BigDecimal made,
    @Nullable BigDecimal received,
    @Nullable BigDecimal shipped,
    @Nullable BigDecimal sold,
    @Nullable BigDecimal used,
    @Nullable BigDecimal disposed,
    @Nullable BigDecimal stock,
    @Schema(enumeration = {"origin", "repacked", "void", "unknown"}) String state,
    @Nullable String maker,
    @Nullable LocalDate productionDate,
    @Nullable LocalDate expirationDate,
    boolean chained,
    @Nullable LocalDate maturesOn) {}
