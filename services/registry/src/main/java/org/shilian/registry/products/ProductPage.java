package org.shilian.registry.products;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of the list of products. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProductPage")
public record ProductPage(
    List<ProductView> items,
    @Schema(description = "What to give as `after` for the next page; absent on the last")
        @Nullable String next) {}
