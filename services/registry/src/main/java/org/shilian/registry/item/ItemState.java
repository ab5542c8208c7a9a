package org.shilian.registry.item;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the code of one package.
 *
 * @param range the range it was issued in
 * @param voidedAt when it was voided; null if it was not
 * @param voidReason why; null if it was not
 * @param firstScannedAt when its page was first opened; null if it never was
 * @param scans how often its page was opened, at most once a minute
 */
public record ItemState(
    UUID range,
    @Nullable Instant voidedAt,
    @Nullable String voidReason,
    @Nullable Instant firstScannedAt,
    long scans) {}
