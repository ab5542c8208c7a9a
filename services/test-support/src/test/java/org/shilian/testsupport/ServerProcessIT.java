package org.shilian.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.embedded.process.StartException;

class ServerProcessIT {
  private static final Database DATABASE =
      new Database("localhost", 5432, "ledger", "me", "secret");
  private static final Map<String, String> ENVIRONMENT =
      ServerProcess.environment(DATABASE, DATABASE, "kafka:9092");

  @TempDir Path directory;

  @BeforeEach
  void build() throws Exception {
    Path jar = directory.resolve("server.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInServer.class.getName());
    manifest
        .getMainAttributes()
        .put(Attributes.Name.CLASS_PATH, Path.of("target/test-classes").toUri().toString());
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
    System.setProperty("shilian.server.jar", jar.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("shilian.server.jar");
  }

  @Test
  void startsAgainOnTheSamePortAfterSigkill() throws Exception {
    try (ServerProcess server = ServerProcess.start(ENVIRONMENT).awaitReady()) {
      URI before = server.baseUri();
      long pid = server.pid();
      assertThat(Files.readString(server.log())).contains("serves kafka:9092");

      server.kill9();
      assertThat(server.isAlive()).isFalse();
      assertThat(server.restart().baseUri()).isEqualTo(before);

      assertThat(server.pid()).isNotEqualTo(pid);
      server.stop();
      assertThat(server.isAlive()).isFalse();
    }
  }

  @Test
  void saysWhyItDidNotStart() {
    try (ServerProcess server = ServerProcess.start(Map.of("STAND_IN_FAILS", "1"))) {
      assertThatThrownBy(server::awaitReady)
          .isInstanceOf(StartException.class)
          .hasMessageStartingWith(
              "The server ended while starting (exit code 7): ERROR no such table");
    }
  }
}
