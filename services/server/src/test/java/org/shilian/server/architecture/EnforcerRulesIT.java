package org.shilian.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What Maven's enforcer refuses: the modules under {@code src/test/bad-modules} each break one of
 * its rules, and each fails for that reason. They are validated offline, with what this build has
 * fetched already.
 */
class EnforcerRulesIT {
  private static final String BANNED = " <--- banned";

  @Test
  void firesOnFrameworksInAPlainModule() throws Exception {
    List<String> said = refusalOf("framework-in-plain-java");

    assertThat(said)
        .anyMatch(line -> line.contains("This module is plain Java"))
        .anyMatch(line -> line.contains(" io.quarkus:") && line.contains(BANNED))
        .anyMatch(line -> line.contains(" jakarta.") && line.contains(BANNED))
        .anyMatch(line -> line.contains(" io.vertx:") && line.contains(BANNED))
        .anyMatch(line -> line.contains(" io.smallrye") && line.contains(BANNED))
        .anyMatch(line -> line.contains(" org.eclipse.microprofile") && line.contains(BANNED))
        .anyMatch(line -> line.contains(" org.hibernate") && line.contains(BANNED));
  }

  @Test
  void firesOnARoleThatKnowsOthers() throws Exception {
    List<String> said = refusalOf("role-that-knows-others");

    assertThat(said).anyMatch(line -> line.contains("never in each other's classes"));
    for (String role : DependencyRules.ROLES) {
      assertThat(said)
          .anyMatch(line -> line.contains(":shilian-" + role + ":") && line.contains(BANNED));
    }
    assertThat(said).anyMatch(line -> line.contains(":shilian-server:") && line.contains(BANNED));
  }

  @Test
  void firesOnAPluginOfNoFixedVersion() throws Exception {
    assertThat(refusalOf("plugin-of-no-fixed-version"))
        .anyMatch(line -> line.contains("RequirePluginVersions failed"))
        .anyMatch(line -> line.contains("The version currently in use is 3.1.5-SNAPSHOT"));
  }

  /** What Maven said when it refused the module. */
  private static List<String> refusalOf(String module) throws IOException, InterruptedException {
    Path folder =
        Path.of(
            System.getProperty("shilian.root", "../.."), "services/server/src/test/bad-modules");
    String home = System.getProperty("maven.home");
    Process maven =
        new ProcessBuilder(
                home == null ? "mvn" : Path.of(home, "bin", "mvn").toString(),
                "--offline",
                "--batch-mode",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local"),
                "--file",
                folder.resolve(module).toString(),
                "validate")
            .redirectErrorStream(true)
            .start();
    String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(maven.waitFor()).as(said).isEqualTo(1);
    return said.lines().toList();
  }
}
