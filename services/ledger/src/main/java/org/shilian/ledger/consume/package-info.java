/**
 * The consumer loop: polls Kafka, reads record by record, appends batch by batch, and starts each
 * partition where the database says that it stands. Kafka's own committed offsets are not used.
 */
@NullMarked
package org.shilian.ledger.consume;

import org.jspecify.annotations.NullMarked;
