package org.shilian.codes.file;

/** Where the codes of a file come from. */
public interface CodeSource {
  /** How many there are. */
  long count();

  /** A part of them, each time from its start. */
  IssuedCodes codes(Part part);

  /** What their labels say; may block while it is looked up. */
  CodeLabel label();

  /** A code that needs as much room on a label as any of them. */
  IssuedCode widest();
}
