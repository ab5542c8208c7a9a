package org.shilian.serial;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;

/**
 * Tells genuine serials from forged ones with the keys alone, in microseconds. Immutable; any
 * number of threads may use it.
 */
public final class SerialCheck {
  /** What a check finds. */
  public enum Verdict {
    /** Made under one of our keys for this product and lot. */
    GENUINE,
    /** It looks like one of ours and was not made for this product and lot. */
    FORGED,
    /** It looks like one of ours, and only with its lot could be told whether it is. */
    LOT_NEEDED,
    /** It looks like one of ours, under a key that is not known here. */
    UNKNOWN_KEY,
    /** It is not of the form that ours have: a serial that somebody else gave out. */
    OTHER_FORM;

    /** For programs: {@code genuine}, {@code unknown-key} and so on. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Where a serial stands if it is genuine.
   *
   * @param keyId the key that it was made under
   * @param counter which of that key's serials of the product it is
   */
  public record Place(String keyId, long counter) {}

  private final ItemKeys keys;

  /** A check against these keys. */
  public SerialCheck(ItemKeys keys) {
    this.keys = keys;
  }

  /**
   * Whether the serial was made for this product and lot.
   *
   * @param lot null if the code names none; then nothing better than {@link Verdict#LOT_NEEDED} can
   *     be found
   */
  public Verdict check(Gtin gtin, @Nullable Lot lot, Serial serial) {
    if (!hasOurForm(serial)) {
      return Verdict.OTHER_FORM;
    }
    ItemKey key = key(serial);
    if (key == null) {
      return Verdict.UNKNOWN_KEY;
    }
    if (lot == null) {
      return Verdict.LOT_NEEDED;
    }
    String made = new ItemSerials(key, gtin, lot).serial(counter(key, gtin, serial));
    boolean same =
        MessageDigest.isEqual(
            made.getBytes(StandardCharsets.US_ASCII),
            serial.value().getBytes(StandardCharsets.US_ASCII));
    return same ? Verdict.GENUINE : Verdict.FORGED;
  }

  /**
   * Where the serial stands if it is genuine, which a lot is needed to tell; null if it is not of
   * our form or its key is unknown.
   */
  public @Nullable Place place(Gtin gtin, Serial serial) {
    ItemKey key = hasOurForm(serial) ? key(serial) : null;
    return key == null ? null : new Place(key.id(), counter(key, gtin, serial));
  }

  private @Nullable ItemKey key(Serial serial) {
    return keys.get(serial.value().substring(0, ItemSerials.COUNTER_AT));
  }

  private static long counter(ItemKey key, Gtin gtin, Serial serial) {
    long permuted = Crockford.read(serial.value(), ItemSerials.COUNTER_AT, ItemSerials.SEAL_AT);
    return new CounterPermutation(key.permutationKey(), gtin).inverse(permuted);
  }

  private static boolean hasOurForm(Serial serial) {
    String value = serial.value();
    return value.length() == ItemSerials.LENGTH
        && value.chars().allMatch(c -> Crockford.isCharacter((char) c));
  }
}
