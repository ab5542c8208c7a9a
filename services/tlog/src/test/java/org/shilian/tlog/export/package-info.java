/** Tests of the package of this name. */
@NullMarked
package org.shilian.tlog.export;

import org.jspecify.annotations.NullMarked;
