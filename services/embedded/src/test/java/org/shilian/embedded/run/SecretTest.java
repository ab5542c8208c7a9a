package org.shilian.embedded.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
  @TempDir Path directory;

  @Test
  void makesTheAdminKeyOnceReadableByItsOwnerOnly() throws Exception {
    Path file = directory.resolve("admin.key");
    String key = Secret.adminKey(file);

    assertThat(key).matches("slk_[a-z2-7]{40}");
    assertThat(Secret.adminKey(file)).isEqualTo(key);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void makesAKeyForItemCodesOnceReadableByItsOwnerOnly() throws Exception {
    Path file = directory.resolve("item.keys");
    Secret.itemKeys(file);
    String key = Files.readString(file);
    Secret.itemKeys(file);

    assertThat(key).matches("0 [0-9a-f]{64}\n");
    assertThat(Files.readString(file)).isEqualTo(key);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void hashesAsTheServerDoes() {
    // FIPS 180-2, appendix B.1
    assertThat(Secret.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
