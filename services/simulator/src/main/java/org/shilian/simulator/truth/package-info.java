/**
 * What ought to come out: the chaining rule evaluated by a plain graph search over the uploads that
 * count. It shares no code with the server, so that agreement means something.
 */
@NullMarked
package org.shilian.simulator.truth;

import org.jspecify.annotations.NullMarked;
