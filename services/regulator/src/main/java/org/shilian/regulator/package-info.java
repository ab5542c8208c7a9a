/** Rates for the regulator. */
@NullMarked
package org.shilian.regulator;

import org.jspecify.annotations.NullMarked;
