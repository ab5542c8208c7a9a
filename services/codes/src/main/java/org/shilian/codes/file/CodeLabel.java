package org.shilian.codes.file;

import org.shilian.symbol.label.Label;

/** What the labels of some codes say. */
@FunctionalInterface
public interface CodeLabel {
  /** The label of one code. */
  Label of(IssuedCode code);
}
