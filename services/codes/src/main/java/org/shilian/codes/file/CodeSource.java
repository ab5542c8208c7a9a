package org.shilian.codes.file;

import java.util.Iterator;
import java.util.List;

/** Where the codes of a file come from. */
public interface CodeSource {
  /** What the cells of each code are called, as columns or members. */
  List<String> columns();

  /** How many codes there are. */
  long count();

  /** A part of them, each time from its start, made one after the other. Used by one thread. */
  Iterator<? extends PrintedCode> codes(Part part);

  /** Codes of which none of all needs more room on a label; at least one. */
  List<? extends PrintedCode> widest();
}
