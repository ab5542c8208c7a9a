package org.shilian.tlog.export;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.note.SignedNote;
import org.shilian.tlog.note.TrustedLog;
import org.shilian.tlog.tile.LogFiles;

/**
 * Checks an export: exactly the checkpoint, the tiles and the bundles of one size, laid out as C2SP
 * tlog-tiles serves them, and, all or none, the {@linkplain EventSequence events} that the entries
 * name. Tiles are proven from the checkpoint downward, entries by the tiles; where a tile is at
 * fault, the entries under it prove themselves by the tile above. Which entry was changed can be
 * told unless all tiles over it were changed in accordance; then the range is told that is left.
 *
 * <p>Memory does not depend on the size: one tile of each level, one entry, the hashes of some
 * 2,000 entries, and the findings. Time grows with the length of the files; ranges under wrong
 * tiles are read once more for each level that is wrong.
 */
public final class ExportVerifier {
  /** How many findings are made before the check stops. */
  public static final int MOST_FINDINGS = 10_000;

  private final TrustedLog log;

  /**
   * @param log which log it has to be, and whose signatures it has to have
   */
  public ExportVerifier(TrustedLog log) {
    this.log = log;
  }

  /**
   * Checks the export. What is wrong with it is in the verdict, whatever bytes it consists of.
   *
   * @throws IOException if something cannot be read; also wrapped as {@link
   *     java.io.UncheckedIOException}
   */
  public Verdict verify(LogFiles files) throws IOException {
    Findings findings = new Findings(MOST_FINDINGS);
    Checkpoint checkpoint;
    try {
      checkpoint = log.open(files.read(LogFiles.CHECKPOINT, SignedNote.LONGEST));
    } catch (LogDataException e) {
      Finding finding =
          Finding.of(Finding.Kind.CHECKPOINT, LogFiles.CHECKPOINT, String.valueOf(e.getMessage()));
      return new Verdict(Optional.empty(), List.of(finding), false, false);
    }
    Comparison comparison = new Comparison(files, checkpoint, findings);
    boolean complete = comparison.run();
    return new Verdict(Optional.of(checkpoint), findings.list(), comparison.withEvents(), complete);
  }
}
