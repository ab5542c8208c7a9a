/** A county's food trade as a client of the REST API. */
@NullMarked
package org.shilian.simulator;

import org.jspecify.annotations.NullMarked;
