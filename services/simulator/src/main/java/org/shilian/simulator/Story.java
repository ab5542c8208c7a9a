package org.shilian.simulator;

import org.jspecify.annotations.Nullable;

/**
 * What to show somebody who sees the county for the first time.
 *
 * @param chainedBatch Digital Link path of a batch that came through several hands without a gap;
 *     null when the run has none
 * @param gapBatch the same of one that broke off at a forgotten receipt
 * @param lunchBatch the same of a school lunch to be traced back
 * @param farmBatch the same of a farm's lot to be traced forward, with a gap
 * @param operatorKey an API key of the producer below
 * @param curl a command that records a production of that producer
 */
public record Story(
    @Nullable String chainedBatch,
    @Nullable String gapBatch,
    @Nullable String lunchBatch,
    @Nullable String farmBatch,
    String operatorKey,
    String operatorUscc,
    String operatorName,
    String regulatorKey,
    String curl) {}
