package org.shilian.codes.file;

/**
 * A code to print.
 *
 * @param digitalLink the GS1 Digital Link URI
 * @param symbolText the same as the QR symbol holds it, scheme and host in upper case
 * @param name what tells it from the others of its file, such as a serial number; of characters
 *     that a file may be named by
 */
public record IssuedCode(String digitalLink, String symbolText, String name) {}
