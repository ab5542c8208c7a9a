/**
 * The serial numbers of item codes (单品码) and order codes (订单码). A serial is a counter, permuted
 * with a key so that nobody sees how many there are, and a seal over product, lot and counter:
 * whoever has the keys makes a million of them from one row, and tells a genuine one from a forged
 * one without asking anybody. How it is built, and how hard it is to forge, is in docs/adr/0010 and
 * 0013.
 */
@NullMarked
package org.shilian.serial;

import org.jspecify.annotations.NullMarked;
