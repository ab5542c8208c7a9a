package org.shilian.codes.migrate;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of the products that were migrated.
 *
 * @param next what {@code after} of the next page is; null on the last
 */
@Schema(name = "MigratedProducts")
record MigratedPage(
    List<MigratedProductView> items, @Schema(nullable = true) @Nullable String next) {}
