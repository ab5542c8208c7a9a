package org.shilian.scan;

import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Serial;
import org.shilian.serial.SerialCheck;

/**
 * The package whose code was scanned.
 *
 * @param verdict whether the serial was made for this product and lot, by the keys alone
 */
record ScannedItem(String serial, SerialCheck.Verdict verdict) {

  /** The package that a link is about; null if it names no serial. */
  static @Nullable ScannedItem of(DigitalLink link, Gtin gtin, SerialCheck check) {
    Serial serial = link.serial();
    return serial == null
        ? null
        : new ScannedItem(serial.value(), check.check(gtin, link.lot(), serial));
  }

  /** Whether people should be warned. */
  public boolean forged() {
    return verdict == SerialCheck.Verdict.FORGED;
  }
}
