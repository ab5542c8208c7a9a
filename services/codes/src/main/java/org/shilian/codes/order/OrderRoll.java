package org.shilian.codes.order;

import java.time.Instant;
import java.util.UUID;
import org.shilian.gs1.Gdti;
import org.shilian.gs1.Uscc;
import org.shilian.registry.order.OrderKind;

/**
 * Order codes that were issued together.
 *
 * @param type the document type, without a serial
 * @param keyId the key that its serials are made under
 * @param first the counter of its first serial
 * @param count how many serials there are
 */
record OrderRoll(
    UUID id,
    Gdti type,
    OrderKind kind,
    Uscc operator,
    String keyId,
    long first,
    long count,
    Instant issuedAt) {}
