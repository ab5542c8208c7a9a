package org.shilian.capture.epcis.ask;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.epcis.Namespaces;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

/**
 * What the headers of a request ask for, found to be something this server gives.
 *
 * @param behaviour what becomes of good events beside refused ones
 * @param namespaces the prefixes declared beside the document
 */
public record Asked(ErrorBehaviour behaviour, Namespaces namespaces) {
  static final String EPC_FORMAT = "GS1-EPC-Format";
  static final String AS_THEY_CAME = "Never_Translates";

  private static final List<String> OFFERED_FORMATS = List.of("No_Preference", AS_THEY_CAME);
  private static final List<String> OTHER_FORMATS =
      List.of("Always_GS1_Digital_Link", "Always_EPC_URN");
  private static final List<String> STANDARDS = List.of("GS1-EPCIS-", "GS1-CBV-");

  /**
   * Reads the headers.
   *
   * @throws ProblemException INVALID_INPUT for one that is not what the standard allows;
   *     NOT_ACCEPTABLE for one that asks for what this server does not speak
   */
  public static Asked of(HttpHeaders headers) {
    for (String standard : STANDARDS) {
      Edition version = edition(headers, standard + "Version");
      Edition lowest = edition(headers, standard + "Min");
      Edition highest = edition(headers, standard + "Max");
      refuseIf(version != null && !version.equals(Edition.SPOKEN), standard + "Version", version);
      refuseIf(lowest != null && lowest.compareTo(Edition.SPOKEN) > 0, standard + "Min", lowest);
      refuseIf(highest != null && highest.compareTo(Edition.SPOKEN) < 0, standard + "Max", highest);
    }
    format(headers.getHeaderString(EPC_FORMAT));
    return new Asked(
        ErrorBehaviour.of(headers.getHeaderString(ErrorBehaviour.HEADER)),
        Extensions.of(headers.getHeaderString(Extensions.HEADER)));
  }

  private static @Nullable Edition edition(HttpHeaders headers, String name) {
    String value = headers.getHeaderString(name);
    return value == null ? null : Edition.of(name, value);
  }

  private static void format(@Nullable String asked) {
    if (asked == null || OFFERED_FORMATS.contains(asked)) {
      return;
    }
    if (!OTHER_FORMATS.contains(asked)) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  EPC_FORMAT,
                  asked,
                  "must be one of "
                      + String.join(", ", OFFERED_FORMATS)
                      + ", "
                      + String.join(", ", OTHER_FORMATS))));
    }
    throw notAcceptable(EPC_FORMAT, asked, "identifiers are given as they came");
  }

  private static void refuseIf(boolean beyond, String header, @Nullable Edition asked) {
    if (beyond) {
      throw notAcceptable(header, String.valueOf(asked), "this server speaks " + Edition.SPOKEN);
    }
  }

  private static ProblemException notAcceptable(String header, String asked, String rule) {
    return new ProblemException(
        ProblemType.NOT_ACCEPTABLE,
        header + " " + asked + ": " + rule,
        List.of(new Violation(header, asked, rule)));
  }
}
