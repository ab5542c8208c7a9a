package org.shilian.ledger.append;

import java.util.List;

/**
 * What of a batch is new.
 *
 * @param accepted the events that were not there before, in the order they came
 * @param turns the accepted events, and those of earlier batches that a VOID takes out or lets back
 *     in
 * @param outcomes what became of the others
 */
record Admission(List<Arrival> accepted, List<Turn> turns, List<Outcome> outcomes) {}
