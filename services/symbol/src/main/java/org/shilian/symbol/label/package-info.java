/**
 * Labels: a symbol with what people want to read beside it, laid out for a size of label and the
 * resolution of a printer, alone or as sheets and rolls of many.
 */
@NullMarked
package org.shilian.symbol.label;

import org.jspecify.annotations.NullMarked;
