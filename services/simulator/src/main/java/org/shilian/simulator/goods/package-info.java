/** The goods as they really are, whatever the paper says: lots, and who has how much of them. */
@NullMarked
package org.shilian.simulator.goods;

import org.jspecify.annotations.NullMarked;
