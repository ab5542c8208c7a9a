package org.shilian.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DockerDaemonTest {
  // Not a JUnit temporary directory: a socket's path has at most 108 bytes.
  private Path directory;
  private Path socket;
  private ServerSocketChannel server;

  @BeforeEach
  void listen() throws Exception {
    directory = Files.createTempDirectory("dd");
    socket = directory.resolve("docker.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    Files.deleteIfExists(socket);
    Files.delete(directory);
  }

  @Test
  void findsDaemonThatAnswersAndTheImagesItHas() {
    answerEach();
    DockerDaemon daemon = DockerDaemon.answering("unix://" + socket, "").orElseThrow();
    assertThat(daemon.has("postgres:18")).isTrue();
    assertThat(daemon.has("postgres:17")).isFalse();
  }

  @Test
  void givesUpOnDaemonThatDoesNotAnswer() {
    assertThat(DockerDaemon.answering("unix://" + socket, "")).isEmpty();
  }

  @Test
  void findsNoneWhereNobodyListens() {
    assertThat(DockerDaemon.answering("unix://" + directory.resolve("none"), "")).isEmpty();
    assertThat(DockerDaemon.answering("tcp://127.0.0.1:1", "")).isEmpty();
    assertThat(DockerDaemon.answering("ssh://host", "")).isEmpty();
  }

  /** Answers /_ping and one image with 200, and the rest with 404, until the server closes. */
  private void answerEach() {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  try (SocketChannel client = server.accept()) {
                    ByteBuffer request = ByteBuffer.allocate(1024);
                    client.read(request);
                    String asked =
                        new String(
                            request.array(), 0, request.position(), StandardCharsets.US_ASCII);
                    boolean known =
                        asked.startsWith("GET /_ping ")
                            || asked.startsWith("GET /images/postgres:18/json ");
                    String answer =
                        known ? "HTTP/1.0 200 OK\r\n\r\nOK" : "HTTP/1.0 404 Not Found\r\n\r\n";
                    client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
                  }
                }
              } catch (java.io.IOException closed) {
                // The test is over.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
