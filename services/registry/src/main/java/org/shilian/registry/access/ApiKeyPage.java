package org.shilian.registry.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the list of keys. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ApiKeyPage")
public record ApiKeyPage(
    List<ApiKeyView> items,
    @Schema(description = "What to give as `after` for the next page; absent on the last")
        @Nullable String next) {}
