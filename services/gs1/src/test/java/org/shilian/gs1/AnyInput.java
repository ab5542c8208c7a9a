package org.shilian.gs1;

import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Inputs of all kinds, good and bad, and the doors they may come in by. */
final class AnyInput {
  static final String CSET_82 =
      "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  static final String NASTY =
      "\u001d\u0000 \t\n#%&+/?=()[]\\.*:;<>\"'^`{|}~éß批🙂\ud83d\uff11\u0660019";

  static final List<String> SEEDS =
      List.of(
          "https://example.com/stem/01/09520123456788/22/2A/10/A%2FB/21/7?17=261231&linkType=all#x",
          "/gtin/9520123456788/bat/A",
          "https://a.example/q?gtin=9520123456788&bat=A%2f1&x=1",
          "/00/106141412345678908?02=09520123456788&37=12&10=LOT%2F1",
          "/414/0614141123452/254/32a%2Fb",
          "/8006/040123451234560404/21/9?8008=261101083059",
          "(01)09520123456788(10)ABC\\(1)(17)261231(3103)000195(423)156392(8007)GB82WEST12345698765432",
          "010952012345678810ABC\u001d17261231310300019542215670032612312359",
          "]C100106141412345678908",
          "]Q30109520123456788",
          "]E09520123456788",
          "]E09520123456788]e01726123110A",
          "]E3952012345678812",
          "]Q1https://a.example/01/09520123456788",
          "urn:epc:id:sgtin:0614141.112345.32a%2Fb",
          "urn:epc:class:lgtin:4012345.012345.998877",
          "urn:epc:idpat:sgtin:4012345.012345.*",
          "urn:epc:idpat:sgtin:4012345.*.*",
          "urn:epc:id:cpi:9521321.12%2FABC.1",
          "urn:epc:id:itip:4012345.012345.04.04.987",
          "urn:epc:id:sgln:0614141.12345.0",
          "(8110)106141416543213150110120(8111)0001",
          "(8013)1987654Ad4X4bL5ttr2310c2K(7041)APE",
          "9520123456788",
          "106141412345678908",
          "06141411234567890",
          "00614141123452400",
          "261231",
          "91330100799655058B",
          "1987654Ad4X4bL5ttr2310c2K",
          "");

  static final Map<String, Function<String, Object>> DOORS =
      Map.ofEntries(
          Map.entry("scan", ScannedCode::parse),
          Map.entry("link", DigitalLink::parse),
          Map.entry("elements", ElementString::parse),
          Map.entry("epc", EpcUrn::toDigitalLink),
          Map.entry("epc pattern", EpcPattern::parse),
          Map.entry("gtin of any length", Gtin::parse),
          Map.entry("gtin", Gtin::new),
          Map.entry("check digit", Gtin::checkDigit),
          Map.entry("company prefix", CompanyPrefix::new),
          Map.entry("gln", Gln::new),
          Map.entry("sscc", Sscc::new),
          Map.entry("gdti", Gdti::new),
          Map.entry("gsin", Gsin::new),
          Map.entry("ginc", Ginc::new),
          Map.entry("grai", Grai::new),
          Map.entry("giai", Giai::new),
          Map.entry("gsrn", Gsrn::new),
          Map.entry("lot", Lot::new),
          Map.entry("serial", Serial::new),
          Map.entry("uscc", Uscc::new),
          Map.entry("uscc check", Uscc::checkCharacter),
          Map.entry("date", digits -> Gs1Date.read(digits, Year.of(2026))),
          Map.entry(
              "resolver", base -> DigitalLink.ofProduct(new Gtin("09520123456788")).toUri(base)),
          Map.entry(
              "upper case resolver",
              base -> DigitalLink.ofProduct(new Gtin("09520123456788")).toUpperCaseUri(base)));

  private AnyInput() {}

  /** A good input, with up to three things changed. */
  static String next(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int edits = random.nextInt(4); edits > 0; edits--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(6)) {
        case 0 -> text.insert(at, NASTY.charAt(random.nextInt(NASTY.length())));
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 2 -> text.insert(at, random(random, CSET_82, 1 + random.nextInt(5)));
        case 3 -> text.append(SEEDS.get(random.nextInt(SEEDS.size())));
        case 4 -> {
          if (at < text.length()) {
            text.setCharAt(at, (char) ('0' + random.nextInt(10)));
          }
        }
        default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
      }
    }
    return text.toString();
  }

  static Gtin gtin(Random random) {
    String digits = random(random, "0123456789", 13);
    return new Gtin(digits + Gtin.checkDigit(digits));
  }

  static String random(Random random, String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
