/**
 * What a lot's records amount to for somebody who holds the food in hand: its state, the way it
 * went as operators by role, and where the records have a gap. Plain Java, so that every situation
 * can be told in a test without a database.
 */
@NullMarked
package org.shilian.scan.story;

import org.jspecify.annotations.NullMarked;
