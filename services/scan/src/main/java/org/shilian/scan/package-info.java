/**
 * The door that a phone's camera opens: the GS1 Digital Link resolver for products and lots.
 * Whoever scans a code gets a page that says what the food is, where it came from and where its
 * records have gaps; a program that asks for JSON gets the same story as data.
 */
@NullMarked
package org.shilian.scan;

import org.jspecify.annotations.NullMarked;
