package org.shilian.registry.order;

import java.time.Instant;
import java.util.UUID;
import org.shilian.gs1.Gdti;
import org.shilian.gs1.Uscc;

/**
 * A code that was issued.
 *
 * @param owner the operator it was issued to, whose events alone say what it is for
 * @param roll the roll it is of
 * @param number its place there, from 1 on
 */
public record OrderCode(
    Gdti gdti, OrderKind kind, Uscc owner, UUID roll, long number, Instant issuedAt) {}
