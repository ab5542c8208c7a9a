/** Tests of the package of this name. */
@NullMarked
package org.shilian.tlog.note;

import org.jspecify.annotations.NullMarked;
