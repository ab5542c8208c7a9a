package org.shilian.codes.shop;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For whom a shop code is wanted. */
@Schema(name = "ShopCodeForm")
record ShopForm(
    @Schema(
            examples = "91331122MA2E0K0T09",
            description = "USCC of a registered operator; an enterprise's key may leave it out")
        @Nullable String operator) {}
