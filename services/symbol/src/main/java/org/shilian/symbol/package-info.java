/**
 * Symbols that a phone, a till or a scanner can read: GS1 data go in, modules come out. A QR symbol
 * is also a picture for a screen (SVG) or a printer (PNG) at once; for all others, and for labels,
 * there are {@code canvas} and {@code label}. Kept apart from the services that issue codes so that
 * labels can be made on any machine with a JDK: no framework, no display, no fonts but those that
 * come along.
 */
@NullMarked
package org.shilian.symbol;

import org.jspecify.annotations.NullMarked;
