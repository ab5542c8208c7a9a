/**
 * SSCCs, one for every box or pallet. What is kept is a row for each range that was issued; the
 * codes are made from it whenever they are asked for.
 */
@NullMarked
package org.shilian.codes.sscc;

import org.jspecify.annotations.NullMarked;
