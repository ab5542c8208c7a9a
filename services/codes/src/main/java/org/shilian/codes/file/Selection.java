package org.shilian.codes.file;

import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a download, as they came.
 *
 * @param from see {@link Part}
 * @param count see {@link Part}
 * @param label see {@link LabelStock}
 * @param dpi see {@link LabelStock}
 */
public record Selection(
    @Nullable String from, @Nullable String count, @Nullable String label, @Nullable String dpi) {}
