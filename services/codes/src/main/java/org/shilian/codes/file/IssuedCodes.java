package org.shilian.codes.file;

import java.util.Iterator;

/** Codes, made one after the other. Used by one thread. */
public interface IssuedCodes extends Iterator<IssuedCode> {
  /** What the names of the codes are called, as a column or member. */
  String nameOfNames();
}
