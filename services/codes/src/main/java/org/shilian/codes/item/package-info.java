/**
 * Item codes (单品码), one for every package of a lot. What is kept is a row for each range that was
 * issued; the codes are made from it whenever they are asked for, one after the other, and checked
 * without it.
 */
@NullMarked
package org.shilian.codes.item;

import org.jspecify.annotations.NullMarked;
