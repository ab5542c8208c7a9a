package org.shilian.tlog.export;

import java.util.List;
import java.util.Optional;
import org.shilian.tlog.note.Checkpoint;

/**
 * What came of the check of an export.
 *
 * @param checkpoint that the export was compared with; empty if it has none that is trusted
 * @param findings what is wrong: strays first, then tiles and bundles from the left of the tree,
 *     then single entries
 * @param withEvents whether the export has the events that its entries name; an export may leave
 *     them all out
 * @param complete false if the check stopped early, because there was too much to find
 */
public record Verdict(
    Optional<Checkpoint> checkpoint, List<Finding> findings, boolean withEvents, boolean complete) {
  /** Keeps the findings. */
  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Whether every entry is there, as it was signed, in its place, and nothing else is. */
  public boolean intact() {
    return checkpoint.isPresent() && findings.isEmpty() && complete;
  }
}
