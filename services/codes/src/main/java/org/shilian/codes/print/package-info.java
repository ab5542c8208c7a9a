/**
 * The files that codes of any kind are had in: sheets, labels and symbols, written code by code as
 * they are made.
 */
@NullMarked
package org.shilian.codes.print;

import org.jspecify.annotations.NullMarked;
