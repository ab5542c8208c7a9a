package org.shilian.serial;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.ScannedCode;
import org.shilian.gs1.Serial;

/**
 * The verb {@code check}: says whether an item code is genuine, with the key file alone.
 *
 * <p>Its arguments are the key file and anything that {@link ScannedCode} reads. Exit code 0 if it
 * is genuine; 1 if it is not, or is no item code; 2 if the arguments or the key file are wrong.
 */
public final class CheckCode {
  private CheckCode() {}

  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(args, out, err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    if (args.length != 2) {
      err.println("usage: check KEYFILE CODE, where CODE has a GTIN, a lot and a serial");
      return 2;
    }
    ItemKeys keys;
    try {
      keys = ItemKeys.read(Path.of(args[0]));
    } catch (IOException e) {
      err.println("the key file " + args[0] + " cannot be read");
      return 2;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
    try {
      return check(ScannedCode.parse(args[1]), new SerialCheck(keys), out, err);
    } catch (Gs1Exception e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private static int check(ScannedCode code, SerialCheck check, PrintStream out, PrintStream err) {
    DigitalLink link = code.link();
    Gtin gtin = link == null ? null : link.gtin();
    Lot lot = link == null ? null : link.lot();
    Serial serial = link == null ? null : link.serial();
    if (gtin == null || serial == null) {
      err.println("this is no item code: it needs a GTIN (01), a lot (10) and a serial (21)");
      return 1;
    }
    SerialCheck.Verdict verdict = check.check(gtin, lot, serial);
    out.println("verdict: " + verdict.text());
    out.println("gtin: " + gtin);
    if (lot != null) {
      out.println("lot: " + lot);
    }
    out.println("serial: " + serial);
    SerialCheck.Place place = check.place(gtin, serial);
    if (verdict == SerialCheck.Verdict.GENUINE && place != null) {
      out.println("key: " + place.keyId());
      out.println("counter: " + place.counter());
    }
    return verdict == SerialCheck.Verdict.GENUINE ? 0 : 1;
  }
}
