package org.shilian.embedded.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void servesThisMachineOnPort8080WithTheDemoByDefault() {
    Options options = Options.parse(List.of());
    assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(options.baseUri()).isEqualTo("http://localhost:8080");
    assertThat(options.listen()).isEqualTo("127.0.0.1");
    assertThat(options.demo()).isTrue();
    assertThat(options.reset()).isFalse();
  }

  @Test
  void servesOtherMachinesUnderTheNameTheyKnow() {
    Options options =
        Options.parse(List.of("--host", "farm.local", "--port", "9000", "--no-demo", "--reset"));
    assertThat(options.baseUri()).isEqualTo("http://farm.local:9000");
    assertThat(options.listen()).isEqualTo("0.0.0.0");
    assertThat(options.demo()).isFalse();
    assertThat(options.reset()).isTrue();
  }

  @Test
  void namesTheOptionAndTheRuleWhenItRefuses() {
    assertRefused("--port 99999: a port is a number from 1 to 65535", "--port", "99999");
    assertRefused("--port web: not a number", "--port", "web");
    assertRefused("--data: a value is missing", "--data");
    assertRefused("--host a b: a host name has letters, digits, - and .", "--host", "a b");
    assertRefused("unknown option --demo; --help lists them", "--demo");
  }

  private static void assertRefused(String message, String... arguments) {
    assertThatThrownBy(() -> Options.parse(List.of(arguments))).hasMessage(message);
  }
}
