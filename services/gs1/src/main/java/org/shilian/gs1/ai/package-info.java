/**
 * The table of GS1 application identifiers and the rules their values obey. It stands apart from
 * the keys and codes made of them because it only states facts: it answers what is wrong with a
 * value as a sentence, and leaves it to its caller to refuse.
 */
@NullMarked
package org.shilian.gs1.ai;

import org.jspecify.annotations.NullMarked;
