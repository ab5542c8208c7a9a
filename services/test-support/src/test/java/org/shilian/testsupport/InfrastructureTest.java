package org.shilian.testsupport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InfrastructureTest {
  @Test
  void refusesKindsThatDoNotExist() {
    assertThatThrownBy(
            () -> new Infrastructure(Map.of("shilian.test.infra", "cloud")::get, Map.of()))
        .hasMessage("shilian.test.infra cloud: is one of external, containers, embedded");
  }

  @Test
  void insistingOnExternalNeedsTheUrl() {
    Infrastructure infrastructure =
        new Infrastructure(Map.of("shilian.test.infra", "external")::get, Map.of());
    assertThatThrownBy(infrastructure::kafka)
        .hasMessage("shilian.test.infra=external needs -Dshilian.test.kafka");
  }

  @Test
  void insistingOnContainersSaysWhatIsMissing() {
    Infrastructure infrastructure =
        new Infrastructure(
            Map.of("shilian.test.infra", "containers")::get,
            Map.of("DOCKER_HOST", "unix:///nonexistent/docker.sock"));
    assertThatThrownBy(infrastructure::kafka)
        .hasMessage("shilian.test.infra=containers: no Docker daemon answers within a second");
  }
}
