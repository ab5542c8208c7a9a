/**
 * Symbols that a phone can read, and nothing else: a text goes in, modules come out, and from them
 * a picture for a screen (SVG) or a printer (PNG). Kept apart from the services that issue codes so
 * that labels can be made on any machine with a JDK: no AWT, no ImageIO, no framework.
 */
@NullMarked
package org.shilian.symbol;

import org.jspecify.annotations.NullMarked;
