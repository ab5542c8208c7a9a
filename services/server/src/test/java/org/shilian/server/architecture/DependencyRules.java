package org.shilian.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The dependency rule of the layout, as far as Maven cannot see it. */
final class DependencyRules {
  static final List<String> ROLES = List.of("capture", "ledger", "codes", "scan", "regulator");
  private static final List<String> PLAIN =
      List.of("gs1", "serial", "epcis", "chain", "tlog", "symbol");

  private DependencyRules() {}

  /** Plain-Java modules know no framework. */
  static ArchRule plainModulesKnowNoFramework(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(root, PLAIN))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "jakarta..",
            "io.vertx..",
            "io.smallrye..",
            "org.hibernate..",
            "org.eclipse.microprofile..");
  }

  /** A role knows none of the others. */
  static ArchRule roleKnowsNoOtherRole(String root, String role) {
    String[] others = packages(root, ROLES.stream().filter(other -> !other.equals(role)).toList());
    return noClasses()
        .that()
        .resideInAnyPackage(root + "." + role + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  /** Time comes from a Clock. */
  static ArchRule timeComesFromAClock() {
    return noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.OffsetDateTime.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  private static String[] packages(String root, List<String> names) {
    return names.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
  }
}
