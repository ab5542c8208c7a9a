package org.shilian.scan.story;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One place where the records of a lot do not connect, with nothing in it that would name an
 * operator. Quantities are millionths of the product's base unit.
 *
 * @param from the seller's station, or that of the only operator concerned
 * @param to the buyer's station; null when only one operator is concerned
 * @param region GB/T 2260 code of the buyer, or of the only operator concerned; null when unknown
 * @param on the day it happened, by the records in Asia/Shanghai; null when none says
 * @param came what was shipped to the buyer, or received or made by the only operator concerned
 * @param went what the buyer received, or what the only operator concerned passed on
 * @param alike how many more gaps of the same kind between the same stations are not told one by
 *     one
 */
public record Gap(
    GapKind kind,
    Station from,
    @Nullable Station to,
    @Nullable String region,
    @Nullable LocalDate on,
    long came,
    long went,
    long alike) {}
