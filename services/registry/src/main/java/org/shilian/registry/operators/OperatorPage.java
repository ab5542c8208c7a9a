package org.shilian.registry.operators;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the list of operators. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OperatorPage")
public record OperatorPage(
    List<OperatorView> items,
    @Schema(description = "What to give as `after` for the next page; absent on the last")
        @Nullable String next) {}
