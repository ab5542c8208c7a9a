/** Codes and their symbols. */
@NullMarked
package org.shilian.codes;

import org.jspecify.annotations.NullMarked;
