package org.shilian.simulator.truth;

import java.util.List;

/**
 * That somebody said to have made a lot.
 *
 * @param inputs of what
 * @param impossible whether more came out than can have come of them; said at one lot of an event
 */
record Making(Stamp stamp, Batch batch, List<LotKey> inputs, boolean impossible) {}
