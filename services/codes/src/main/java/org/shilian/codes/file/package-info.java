/**
 * The forms that codes of every kind are had in: sheets, labels, symbols. A file is made code by
 * code as it is sent, so that its size costs no memory. What the codes are of is another package's
 * business.
 */
@NullMarked
package org.shilian.codes.file;

import org.jspecify.annotations.NullMarked;
