/** What is written down: the trade events of every role, in the short form that the API takes. */
@NullMarked
package org.shilian.simulator.paper;

import org.jspecify.annotations.NullMarked;
