package org.shilian.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentCodingTest {
  private static final byte[] PLAIN = "{\"a\":1}\n".repeat(5_000).getBytes(StandardCharsets.UTF_8);

  @Test
  void unpacksEveryMemberThoughNoneBehindItHasComeYet() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(gzip(Arrays.copyOf(PLAIN, 100)));
    members.writeBytes(gzip(new byte[0]));
    members.writeBytes(gzip(Arrays.copyOfRange(PLAIN, 100, PLAIN.length)));

    assertThat(ContentCoding.unpacked(new Network(members.toByteArray())).readAllBytes())
        .isEqualTo(PLAIN);
  }

  @Test
  void tellsWhereAnyPartIsMissing() throws IOException {
    byte[] whole = gzip(PLAIN);
    for (int length = 0; length < whole.length; length++) {
      InputStream cut = new Network(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> ContentCoding.unpacked(cut).readAllBytes())
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("is not the gzip");
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  /** Gives a few bytes at a time and never says that there are more. */
  private static final class Network extends ByteArrayInputStream {
    Network(byte[] bytes) {
      super(bytes);
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, 7));
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
