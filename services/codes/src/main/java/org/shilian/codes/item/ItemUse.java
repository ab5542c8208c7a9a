package org.shilian.codes.item;

/**
 * How many codes of a range something happened to.
 *
 * @param voided codes that were voided
 * @param prints downloads of codes
 * @param reprints those of them that sent codes which were sent before
 * @param scanned codes whose page was opened
 */
record ItemUse(long voided, long prints, long reprints, long scanned) {}
