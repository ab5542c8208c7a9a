package org.shilian.tlog.export;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.note.TrustedLog;
import org.shilian.tlog.note.VerifierKey;
import org.shilian.tlog.tile.DirectoryFiles;

/**
 * The verb {@code verify}: checks an export and prints what is wrong with it, a finding a line.
 * Asks no network. Exit code 0 if the export is intact; 1 if not; 2 if that cannot be told, because
 * the arguments are wrong or a file cannot be read.
 */
public final class VerifyExport {
  private static final String USAGE =
      """
      Usage: verify EXPORT --key KEY [--origin NAME] [--witness KEY]... [--quorum N]

      Checks the directory EXPORT (checkpoint, tiles and entries) against the log's public key, without any network,
      and says which entries were changed, removed, inserted or moved.

        --key KEY      the log's verifier key, as name+id+base64, from a source that you trust
        --origin NAME  the log's origin                      (default: the key's name)
        --witness KEY  a witness that may have cosigned; can be given several times
        --quorum N     how many of the witnesses must have   (default: all that are given)
      """;

  private final PrintStream out;
  private final PrintStream err;

  VerifyExport(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    System.exit(new VerifyExport(out, utf8(FileDescriptor.err)).run(List.of(args)));
  }

  // origins and entries' messages may be Chinese, whatever the locale of the terminal
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  int run(List<String> arguments) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.print(USAGE);
      return 0;
    }
    Question question;
    try {
      question = Question.parse(arguments);
    } catch (LogDataException | IllegalArgumentException e) {
      err.println("verify: " + e.getMessage());
      err.print(USAGE);
      return 2;
    }
    try {
      Verdict verdict =
          new ExportVerifier(question.log()).verify(new DirectoryFiles(question.export()));
      print(verdict);
      return verdict.intact() ? 0 : 1;
    } catch (IOException | UncheckedIOException e) {
      err.println("verify: cannot read the export: " + e.getMessage());
      return 2;
    }
  }

  private void print(Verdict verdict) {
    for (Finding finding : verdict.findings()) {
      out.println(finding.kind() + " " + finding.path() + ": " + finding.message());
    }
    if (!verdict.complete() && verdict.checkpoint().isPresent()) {
      out.println("and more, which was not looked for");
    }
    out.println(verdict.checkpoint().map(one -> conclusion(verdict, one)).orElse("NOT PROVEN"));
  }

  private static String conclusion(Verdict verdict, Checkpoint checkpoint) {
    String log = checkpoint.origin() + ", " + checkpoint.size() + " entries";
    return verdict.intact()
        ? "INTACT: " + log + ", root " + checkpoint.root()
        : "NOT INTACT: " + log + " were signed";
  }

  /**
   * @param export the directory
   * @param log whose it has to be
   */
  private record Question(Path export, TrustedLog log) {
    static Question parse(List<String> arguments) {
      @Nullable Path export = null;
      @Nullable VerifierKey key = null;
      @Nullable String origin = null;
      @Nullable Integer quorum = null;
      List<VerifierKey> witnesses = new ArrayList<>();
      Iterator<String> rest = arguments.iterator();
      while (rest.hasNext()) {
        String option = rest.next();
        switch (option) {
          case "--key" -> key = VerifierKey.parse(value(option, rest));
          case "--origin" -> origin = value(option, rest);
          case "--witness" -> witnesses.add(VerifierKey.parse(value(option, rest)));
          case "--quorum" -> quorum = Integer.valueOf(value(option, rest));
          default -> {
            if (option.startsWith("--") || export != null) {
              throw new IllegalArgumentException("unknown option " + option);
            }
            export = Path.of(option);
          }
        }
      }
      if (export == null || key == null) {
        throw new IllegalArgumentException("an export and a key are needed");
      }
      return new Question(
          export,
          new TrustedLog(
              origin == null ? key.name() : origin,
              key,
              witnesses,
              quorum == null ? witnesses.size() : quorum));
    }

    private static String value(String option, Iterator<String> rest) {
      if (!rest.hasNext()) {
        throw new IllegalArgumentException(option + ": a value is missing");
      }
      return rest.next();
    }
  }
}
