package org.shilian.ledger.log;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A consistency proof (RFC 6962, section 2.1.2); hashes are in base64.
 *
 * @param fromRoot the root of the smaller tree, as it is in this log
 * @param toRoot that of the larger
 */
@Schema(name = "ConsistencyProof")
public record ConsistencyView(
    long from, String fromRoot, long to, String toRoot, List<String> path) {}
