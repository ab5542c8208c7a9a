package org.shilian.ledger.log;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A log, as it is listed.
 *
 * @param origin its name, in the first line of its checkpoints; null where it is not signed
 * @param url where its checkpoint and tiles are, as a prefix
 * @param size how many entries it has
 * @param signedSize how many of them its last checkpoint stands for
 * @param root the root hash of the tree of these, in base64
 * @param verifierKey what its signatures are checked with
 */
@Schema(name = "Log")
public record LogView(
    @Schema(examples = "county.example/ledger/shilian.events.producer/0") @Nullable String origin,
    @Schema(examples = "shilian.events.producer") String topic,
    int partition,
    @Schema(examples = "/api/v1/logs/shilian.events.producer/0") String url,
    long size,
    @Nullable Long signedSize,
    @Nullable String root,
    @Nullable OffsetDateTime signedAt,
    @Nullable String verifierKey) {}
