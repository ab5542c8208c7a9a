/** EPCIS 2.0 and CBV 2.0: events, their JSON form and the CBV event hash. */
@NullMarked
package org.shilian.epcis;

import org.jspecify.annotations.NullMarked;
