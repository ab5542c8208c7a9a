/**
 * What symbols and text are drawn on: SVG, EPS, PDF, and the dots of a PNG or of a label printer
 * (ZPL II). All measure in millimetres from the upper left corner, so that one layout serves them
 * all. Text is set in two fonts that come along, one for Latin letters and one for Chinese
 * characters.
 */
@NullMarked
package org.shilian.symbol.canvas;

import org.jspecify.annotations.NullMarked;
