package org.shilian.ledger.trace.facts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shilian.ledger.append.Position;

/**
 * That an operator said it made a lot.
 *
 * @param place where the event stands in the ledger
 * @param type PRODUCE, FIRST_IN or REPACK
 * @param voided whether it does not count
 */
public record Making(
    String eventId,
    Position place,
    String type,
    Instant eventTime,
    String operator,
    @Nullable LocalDate productionDate,
    @Nullable LocalDate expirationDate,
    boolean voided) {}
