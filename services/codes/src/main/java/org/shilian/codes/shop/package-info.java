/**
 * Shop codes (一店一码): the GLN of an operator, given to it here if it has none, as a symbol for its
 * door.
 */
@NullMarked
package org.shilian.codes.shop;

import org.jspecify.annotations.NullMarked;
