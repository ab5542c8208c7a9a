/** The Digital Link resolver and the consumer page. */
@NullMarked
package org.shilian.scan;

import org.jspecify.annotations.NullMarked;
