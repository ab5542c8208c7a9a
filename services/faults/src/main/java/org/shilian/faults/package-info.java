/**
 * The fault runs: real brokers, databases and servers on the loopback address are killed, stopped
 * and starved while clients post events, and afterwards it is counted what of the acknowledged
 * events is lost or doubled, and whether the state is the reference's. Bounded in count and time;
 * ends only what it started.
 */
@NullMarked
package org.shilian.faults;

import org.jspecify.annotations.NullMarked;
