package org.shilian.codes.item;

/**
 * The code of one package.
 *
 * @param digitalLink the GS1 Digital Link URI: GTIN, lot and serial
 * @param symbolText the same as the QR symbol holds it, scheme and host in upper case
 * @param serial its serial number
 */
record ItemCode(String digitalLink, String symbolText, String serial) {}
