package org.shilian.epcis;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints the CBV 2.0 hash of each event in a file or on standard input, one a line; with {@code
 * --prehash} the text that is hashed before each.
 */
public final class HashEvent {
  private static final String USAGE =
      """
      Usage: hash [--prehash] [FILE|-]
      Reads an EPCIS 2.0 event, a list of events or an EPCISDocument in JSON,
      and prints the CBV 2.0 event hash of each event.""";

  private HashEvent() {}

  /** Exits 0, 1 where the input is no valid event, or 2 where the arguments are wrong. */
  public static void main(String[] args) {
    System.exit(run(args, System.in, System.out, System.err));
  }

  static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
    boolean prehash = false;
    String file = "-";
    for (String arg : args) {
      if (arg.equals("--prehash")) {
        prehash = true;
      } else if (arg.equals("--help") || arg.equals("-h")) {
        out.println(USAGE);
        return 0;
      } else if (arg.startsWith("--") || !file.equals("-")) {
        err.println(USAGE);
        return 2;
      } else {
        file = arg;
      }
    }
    try {
      byte[] json = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
      List<EpcisEvent> events = EpcisJson.readAll(EpcisJson.tree(json), Namespaces.DEFAULT);
      for (EpcisEvent event : events) {
        if (prehash) {
          utf8(out, EventHash.prehash(event));
        }
        utf8(out, EventHash.of(event));
      }
      return 0;
    } catch (EpcisException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println(file + ": cannot be read: " + e.getMessage());
      return 1;
    }
  }

  /** What is printed is what is hashed, whatever the terminal's character set. */
  private static void utf8(PrintStream out, String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }
}
