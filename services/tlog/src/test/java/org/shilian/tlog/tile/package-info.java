/** Tests of the package of this name. */
@NullMarked
package org.shilian.tlog.tile;

import org.jspecify.annotations.NullMarked;
