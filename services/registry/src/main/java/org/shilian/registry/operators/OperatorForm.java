package org.shilian.registry.operators;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemType;
import org.shilian.registry.OperatorRole;
import org.shilian.registry.intake.Checklist;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.Place;
import org.shilian.registry.intake.Refusal;
import org.shilian.registry.intake.Region;

/** An operator as a client sends it, before anything is checked. */
@Schema(name = "OperatorForm", examples = OperatorExamples.ONE)
public record OperatorForm(
    @Nullable String uscc,
    @Nullable String name,
    @Nullable String role,
    @Nullable String region,
    @Nullable Boolean terminal,
    @Nullable List<@Nullable LicenceForm> licences,
    @Nullable String gln,
    @Nullable String address,
    @Nullable String contact) {

  private static final int MAX_NAME = 200;
  private static final int MAX_TEXT = 500;
  private static final int MAX_LICENCES = 100;

  /** A licence as a client sends it. */
  @Schema(name = "LicenceForm")
  public record LicenceForm(
      @Nullable String kind, @Nullable String number, @Nullable String validTo) {}

  /** This form with the key of its path, where it names none itself. */
  OperatorForm withUscc(String fromPath) {
    return uscc != null
        ? this
        : new OperatorForm(fromPath, name, role, region, terminal, licences, gln, address, contact);
  }

  Draft<Operator> check(Place place, Clock clock) {
    Checklist checks = new Checklist(place);
    Uscc uscc = checks.parsed("uscc", uscc(), Uscc::new);
    String name = checks.text("name", name(), MAX_NAME);
    OperatorRole role = checks.parsed("role", role(), OperatorRole::parse);
    Region region = checks.parsed("region", region(), Region::new);
    checks.require("terminal", terminal());
    if (role == OperatorRole.REGULATOR && Boolean.TRUE.equals(terminal())) {
      checks.refuse("terminal", "true", "must be false for a regulator");
    }
    Set<Licence> licences = checkLicences(checks);
    Gln gln = checks.optional("gln", gln(), Gln::new);
    String address = checks.optionalText("address", address(), MAX_TEXT);
    String contact = checks.optionalText("contact", contact(), MAX_TEXT);
    if (!checks.violations().isEmpty()) {
      return Draft.refused(
          place, uscc(), new Refusal(ProblemType.INVALID_INPUT, checks.violations()));
    }
    Operator operator =
        new Operator(
            Objects.requireNonNull(uscc),
            Objects.requireNonNull(role),
            Objects.requireNonNull(region),
            Objects.requireNonNull(terminal()),
            new Operator.Details(Objects.requireNonNull(name), licences, gln, address, contact),
            clock.instant());
    return Draft.of(place, uscc.value(), operator);
  }

  private Set<Licence> checkLicences(Checklist checks) {
    Set<Licence> licences = new HashSet<>();
    if (licences() == null) {
      return licences;
    }
    if (licences().size() > MAX_LICENCES) {
      checks.refuse("licences", null, "has more than " + MAX_LICENCES + " licences");
      return licences;
    }
    Set<List<String>> seen = new HashSet<>();
    for (int i = 0; i < licences().size(); i++) {
      String at = "licences/" + i;
      LicenceForm form = licences().get(i);
      if (form == null) {
        checks.refuse(at, null, "must be an object");
        continue;
      }
      String kind = checks.text(at + "/kind", form.kind(), MAX_NAME);
      String number = checks.text(at + "/number", form.number(), MAX_NAME);
      var validTo = checks.date(at + "/validTo", form.validTo());
      if (kind != null && number != null) {
        if (!seen.add(List.of(kind, number))) {
          checks.refuse(at, number, "is there twice");
        }
        licences.add(new Licence(kind, number, validTo));
      }
    }
    return licences;
  }
}
