/** QR symbols as SVG and PNG. */
@NullMarked
package org.shilian.symbol;

import org.jspecify.annotations.NullMarked;
