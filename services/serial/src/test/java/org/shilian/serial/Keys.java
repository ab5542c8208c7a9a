package org.shilian.serial;

/** Keys for tests. */
final class Keys {
  static final String OLD_SECRET =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
  static final String NEW_SECRET =
      "1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100";
  static final ItemKey OLD = ItemKey.of("0", OLD_SECRET);
  static final ItemKey NEW = ItemKey.of("Z", NEW_SECRET);
  static final ItemKeys BEFORE = ItemKeys.parse("0 " + OLD_SECRET);
  static final ItemKeys AFTER = ItemKeys.parse("0 " + OLD_SECRET + "\nZ " + NEW_SECRET + "\n");

  private Keys() {}
}
