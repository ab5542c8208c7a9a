/**
 * The logs as they are shown to others: signed checkpoints, tiles, bundles and proofs, over HTTP
 * and as an export. They grow in {@link org.shilian.ledger.append}; here they are only read, and
 * signed.
 */
@NullMarked
package org.shilian.ledger.log;

import org.jspecify.annotations.NullMarked;
