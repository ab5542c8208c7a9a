package org.shilian.codes.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of ranges, in the order in which they were issued. */
@Schema(name = "ItemRangePage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemRangePage(
    List<ItemRangeView> ranges,
    @Nullable @Schema(description = "The cursor of the next page; left out on the last one")
        String next) {}
