package org.shilian.ledger.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/** Who trades in the town, and with what. */
final class Town {
  static final String JINYUN = "331122";
  static final String LIANDU = "331102";
  static final String HANGZHOU = "330106";

  static final String DUCK = "09521234000013";
  static final String RAW = "09521234000020";
  static final String DISH = "09521234000037";
  static final String MILK = "09521234000044";

  private static final Map<String, Member> MEMBERS = new LinkedHashMap<>();

  /** An operator of the town. */
  record Member(String name, String role, String region, boolean terminal, Uscc uscc) {}

  static {
    add("farm", "producer", LIANDU, false);
    add("maker", "producer", JINYUN, false);
    add("importer", "distributor", HANGZHOU, false);
    for (int i = 1; i <= 12; i++) {
      add("dealer" + i, "distributor", i == 2 ? HANGZHOU : JINYUN, false);
    }
    add("shop", "distributor", JINYUN, true);
    add("corner", "distributor", JINYUN, true);
    add("school", "caterer", JINYUN, true);
    add("bureau", "regulator", JINYUN, false);
    add("prefecture", "regulator", "331100", false);
    for (int i = 0; i < 150; i++) {
      add("stall" + i, "distributor", JINYUN, true);
    }
  }

  private Town() {}

  private static void add(String name, String role, String region, boolean terminal) {
    String body = "91331122MA2%06d".formatted(MEMBERS.size());
    Uscc uscc = new Uscc(body + Uscc.checkCharacter(body));
    MEMBERS.put(name, new Member(name, role, region, terminal, uscc));
  }

  static Iterable<Member> members() {
    return MEMBERS.values();
  }

  static Uscc uscc(String name) {
    Member member = MEMBERS.get(name);
    if (member == null) {
      throw new IllegalArgumentException(name + " does not live here");
    }
    return member.uscc();
  }

  /** The name of whoever has this USCC; itself if nobody has it. */
  static String name(String uscc) {
    return MEMBERS.values().stream()
        .filter(member -> member.uscc().value().equals(uscc))
        .map(Member::name)
        .findFirst()
        .orElse(uscc);
  }

  static LotKey lot(String gtin, String lot) {
    return new LotKey(new Gtin(gtin), new Lot(lot));
  }
}
