package org.shilian.server.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Our code keeps the rules; the bad fixtures show that each rule can fire. */
class DependencyRulesTest {
  private static final String OURS = "org.shilian";
  private static final String BAD = "org.shilian.server.architecture.bad";

  private final JavaClasses ours =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(OURS);
  private final JavaClasses bad = new ClassFileImporter().importPackages(BAD);

  @Test
  void plainModulesKnowNoFramework() {
    DependencyRules.plainModulesKnowNoFramework(OURS).check(ours);
  }

  @Test
  void noRoleKnowsAnother() {
    for (String role : DependencyRules.ROLES) {
      DependencyRules.roleKnowsNoOtherRole(OURS, role).check(ours);
    }
  }

  @Test
  void timeComesFromAClock() {
    JavaClasses services =
        ours.that(
            com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages(
                "org.shilian.embedded..", "org.shilian.simulator..", "org.shilian.testsupport.."));
    DependencyRules.timeComesFromAClock().check(services);
  }

  @Test
  void firesOnAFrameworkInAPlainModule() {
    assertThatThrownBy(() -> DependencyRules.plainModulesKnowNoFramework(BAD).check(bad))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ApplicationScoped");
  }

  @Test
  void firesOnARoleThatKnowsAnother() {
    assertThatThrownBy(() -> DependencyRules.roleKnowsNoOtherRole(BAD, "scan").check(bad))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Codes");
  }

  @Test
  void firesOnATimeThatNoClockGave() {
    assertThatThrownBy(() -> DependencyRules.timeComesFromAClock().check(bad))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Instant.now");
  }
}
