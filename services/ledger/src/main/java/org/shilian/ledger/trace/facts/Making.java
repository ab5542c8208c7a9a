package org.shilian.ledger.trace.facts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That an operator said it made a lot.
 *
 * @param type PRODUCE, FIRST_IN or REPACK
 * @param voided whether it does not count
 */
public record Making(
    String eventId,
    String type,
    Instant eventTime,
    String operator,
    @Nullable LocalDate productionDate,
    @Nullable LocalDate expirationDate,
    boolean voided) {}
