package org.shilian.gs1;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.shilian.gs1.ai.AiTable;

/**
 * The verb {@code parse}: prints what a code says, one field a line.
 *
 * <p>Its one argument is anything that {@link ScannedCode} reads. Exit code 0 and the fields on
 * standard output; or 1 and the refusal on standard error; or 2 if there is not one argument.
 */
public final class ParseCode {
  private ParseCode() {}

  public static void main(String[] args) {
    // the titles of measures have a ² in them, whatever the locale of the terminal
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(args, out, err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    if (args.length != 1) {
      err.println(
          "usage: parse CODE, where CODE is a Digital Link URI, an element string, an EPC URN or a"
              + " GTIN");
      return 2;
    }
    try {
      print(ScannedCode.parse(args[0]), out);
      return 0;
    } catch (Gs1Exception e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static void print(ScannedCode code, PrintStream out) {
    out.println("kind: " + code.kind().text());
    Symbology symbology = code.symbology();
    if (symbology != null) {
      out.println("symbology: " + symbology.text());
    }
    code.values()
        .forEach(
            (ai, value) -> out.println("(" + ai + ") " + AiTable.get(ai).title() + ": " + value));
    out.println("elementString: " + code.elements().bracketed());
    DigitalLink link = code.link();
    if (link != null) {
      out.println("digitalLink: " + link.toUri(DigitalLink.CANONICAL_BASE));
      out.println("canonical: " + link.canonical());
      if (!link.parameters().isEmpty()) {
        out.println("parameters: " + link.parameters());
      }
    }
    code.elements().missing().forEach(sentence -> out.println("note: " + sentence));
  }
}
