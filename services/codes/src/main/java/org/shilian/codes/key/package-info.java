/**
 * Numbers under GS1 company prefixes: whose prefix is which, and how many keys of a kind were given
 * out under it. The counters are rows that move in the transaction of what is issued, so that
 * nothing is numbered twice, whatever stops in between.
 */
@NullMarked
package org.shilian.codes.key;

import org.jspecify.annotations.NullMarked;
