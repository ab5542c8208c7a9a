/**
 * A mountain county's food trade, made up from a seed and played to a server through its REST API:
 * the demo, the load and the soak. At the end the server's rates, flags and traces are compared
 * with what the simulator knows to be true, by a model of its own that shares no code with the
 * server.
 */
@NullMarked
package org.shilian.simulator;

import org.jspecify.annotations.NullMarked;
