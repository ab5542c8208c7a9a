package org.shilian.tlog.export;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.ProofException;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.note.LogProof;
import org.shilian.tlog.note.SignedNote;
import org.shilian.tlog.note.TrustedLog;
import org.shilian.tlog.note.VerifierKey;
import org.shilian.tlog.tile.DirectoryFiles;
import org.shilian.tlog.tile.LogFiles;

/**
 * The verb {@code verify}: checks an export and prints what is wrong with it, a finding a line.
 * Asks no network. Exit code 0 if every log of the export is intact; 1 if not; 2 if that cannot be
 * told, because the arguments are wrong or a file cannot be read.
 */
public final class VerifyExport {
  private static final String USAGE =
      """
      Usage: verify EXPORT --key KEY [--origin NAME] [--witness KEY]... [--quorum N]
             verify EXPORT --keys FILE [--witness KEY]... [--quorum N]
             verify PROOF --key KEY [--event FILE] [--witness KEY]... [--quorum N]

      Checks the directory EXPORT (checkpoint, tiles, entries and, where they are, events) against the log's public
      key, without any network, and says what was changed, removed, inserted or moved. Or the file PROOF (C2SP
      tlog-proof): whether its entry is in the log, and whether FILE is the event that the entry names.

        --key KEY      the log's verifier key, as name+id+base64, from a source that you trust
        --keys FILE    the verifier keys of all logs that EXPORT has to have below it, one a line
        --event FILE   the event as it was posted or given back, byte for byte
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
    } catch (LogDataException | IllegalArgumentException | IOException e) {
      err.println("verify: " + e.getMessage());
      err.print(USAGE);
      return 2;
    }
    try {
      boolean proven =
          question.together()
              ? all(question)
              : Files.isRegularFile(question.export()) ? proof(question) : one(question);
      return proven ? 0 : 1;
    } catch (IOException | UncheckedIOException e) {
      err.println("verify: cannot read the export: " + e.getMessage());
      return 2;
    }
  }

  /** A proof in a file of its own; the event, if there is one, has to be the one it names. */
  private boolean proof(Question question) throws IOException {
    TrustedLog log = question.logs().get(0);
    try (InputStream in = Files.newInputStream(question.export())) {
      LogProof proof = LogProof.parse(in.readNBytes(LogProof.LONGEST + 1));
      Checkpoint checkpoint = proof.verify(log);
      String entry = new String(proof.entry(), StandardCharsets.UTF_8);
      Path event = question.event();
      String named = EventComparison.named(proof.entry());
      if (event != null && !EventSequence.sha256(Files.readAllBytes(event)).equals(named)) {
        out.println(
            "NOT PROVEN: " + event + " is not the event that entry " + proof.index() + " names");
        return false;
      }
      out.println(
          "PROVEN: entry "
              + proof.index()
              + " of "
              + checkpoint.origin()
              + ", which has "
              + checkpoint.size()
              + " entries, root "
              + checkpoint.root());
      out.print(entry);
      return true;
    } catch (LogDataException | ProofException e) {
      out.println("NOT PROVEN: " + e.getMessage());
      return false;
    }
  }

  private boolean one(Question question) throws IOException {
    return check(question.logs().get(0), question.export(), "");
  }

  /** Every log that has a key has to be there once, and no other. */
  private boolean all(Question question) throws IOException {
    Map<String, TrustedLog> missing = new TreeMap<>();
    question.logs().forEach(log -> missing.put(log.origin(), log));
    boolean intact = true;
    for (Path directory : logsBelow(question.export())) {
      String name = question.export().relativize(directory).toString();
      String origin = origin(directory);
      TrustedLog log = missing.remove(origin);
      if (log == null) {
        out.println("NOT PROVEN: " + name + " says it is " + origin + ", which is not expected");
        intact = false;
      } else {
        intact &= check(log, directory, name + "/");
      }
    }
    for (String origin : missing.keySet()) {
      out.println("NOT PROVEN: " + origin + " is not in the export");
      intact = false;
    }
    return intact;
  }

  private static List<Path> logsBelow(Path export) throws IOException {
    try (Stream<Path> paths = Files.walk(export)) {
      return paths
          .filter(path -> path.endsWith(LogFiles.CHECKPOINT) && Files.isRegularFile(path))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }

  /** Which log a checkpoint claims to be of; nothing of it is believed yet. */
  private static String origin(Path directory) throws IOException {
    try (InputStream in = Files.newInputStream(directory.resolve(LogFiles.CHECKPOINT))) {
      String note = new String(in.readNBytes(SignedNote.LONGEST), StandardCharsets.UTF_8);
      return note.lines().findFirst().orElse("");
    }
  }

  private boolean check(TrustedLog log, Path directory, String prefix) throws IOException {
    Verdict verdict = new ExportVerifier(log).verify(new DirectoryFiles(directory));
    for (Finding finding : verdict.findings()) {
      out.println(finding.kind() + " " + prefix + finding.path() + ": " + finding.message());
    }
    if (!verdict.complete() && verdict.checkpoint().isPresent()) {
      out.println("and more, which was not looked for");
    }
    out.println(
        verdict
            .checkpoint()
            .map(checkpoint -> conclusion(verdict, checkpoint))
            .orElse("NOT PROVEN: " + log.origin()));
    return verdict.intact();
  }

  private static String conclusion(Verdict verdict, Checkpoint checkpoint) {
    String log = checkpoint.origin() + ", " + checkpoint.size() + " entries";
    if (!verdict.intact()) {
      return "NOT INTACT: " + log + " were signed";
    }
    String events = verdict.withEvents() ? " with their events" : "";
    return "INTACT: " + log + events + ", root " + checkpoint.root();
  }

  /**
   * @param export the directory
   * @param logs whose it has to be
   * @param event to be compared with what a proof names
   * @param together whether each log is in a directory of its own below it
   */
  private record Question(
      Path export, List<TrustedLog> logs, @Nullable Path event, boolean together) {
    static Question parse(List<String> arguments) throws IOException {
      @Nullable Path export = null;
      @Nullable Path keyFile = null;
      @Nullable Path event = null;
      @Nullable VerifierKey key = null;
      @Nullable String origin = null;
      @Nullable Integer quorum = null;
      List<VerifierKey> witnesses = new ArrayList<>();
      Iterator<String> rest = arguments.iterator();
      while (rest.hasNext()) {
        String option = rest.next();
        switch (option) {
          case "--key" -> key = VerifierKey.parse(value(option, rest));
          case "--keys" -> keyFile = Path.of(value(option, rest));
          case "--event" -> event = Path.of(value(option, rest));
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
      if (export == null || (key == null) == (keyFile == null)) {
        throw new IllegalArgumentException("an export and a key, or a file of keys, are needed");
      }
      int wanted = quorum == null ? witnesses.size() : quorum;
      List<TrustedLog> logs = new ArrayList<>();
      if (key != null) {
        logs.add(new TrustedLog(origin == null ? key.name() : origin, key, witnesses, wanted));
      } else if (keyFile != null) {
        for (VerifierKey one : keys(keyFile)) {
          logs.add(new TrustedLog(one.name(), one, witnesses, wanted));
        }
      }
      return new Question(export, logs, event, keyFile != null);
    }

    private static List<VerifierKey> keys(Path file) throws IOException {
      List<VerifierKey> keys =
          Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank())
              .map(line -> VerifierKey.parse(line.strip()))
              .toList();
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("--keys " + file + ": has no key");
      }
      return keys;
    }

    private static String value(String option, Iterator<String> rest) {
      if (!rest.hasNext()) {
        throw new IllegalArgumentException(option + ": a value is missing");
      }
      return rest.next();
    }
  }
}
