package org.shilian.testsupport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a Docker daemon two things and gives it a second for each: whether it is there, and whether
 * it has an image. Testcontainers would look for it in more places and, where it has no registry to
 * pull from, for minutes.
 */
record DockerDaemon(SocketAddress address) {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** The daemon that answers at {@code DOCKER_HOST}, or at the usual sockets. */
  static Optional<DockerDaemon> answering(String dockerHost, String runtimeDirectory) {
    return candidates(dockerHost, runtimeDirectory).stream()
        .map(DockerDaemon::new)
        .filter(daemon -> daemon.says200("/_ping"))
        .findFirst();
  }

  private static List<SocketAddress> candidates(String dockerHost, String runtimeDirectory) {
    List<SocketAddress> addresses = new ArrayList<>();
    if (dockerHost.startsWith("unix://")) {
      socket(Path.of(dockerHost.substring("unix://".length()))).ifPresent(addresses::add);
    } else if (dockerHost.startsWith("tcp://")) {
      URI uri = URI.create(dockerHost);
      addresses.add(
          new InetSocketAddress(uri.getHost(), uri.getPort() == -1 ? 2375 : uri.getPort()));
    } else if (dockerHost.isEmpty()) {
      socket(Path.of("/var/run/docker.sock")).ifPresent(addresses::add);
      if (!runtimeDirectory.isEmpty()) {
        socket(Path.of(runtimeDirectory, "docker.sock")).ifPresent(addresses::add);
      }
    }
    return addresses;
  }

  private static Optional<SocketAddress> socket(Path path) {
    return Files.exists(path) ? Optional.of(UnixDomainSocketAddress.of(path)) : Optional.empty();
  }

  /** Whether the daemon has this image, by name and tag. */
  boolean has(String image) {
    return says200("/images/" + image + "/json");
  }

  private boolean says200(String path) {
    try (SocketChannel channel = open()) {
      CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> ask(channel, path));
      // Closing the channel, on the way out, ends an ask that takes too long.
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).contains(" 200 ");
    } catch (IOException | ExecutionException | TimeoutException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private SocketChannel open() throws IOException {
    return address instanceof UnixDomainSocketAddress
        ? SocketChannel.open(StandardProtocolFamily.UNIX)
        : SocketChannel.open();
  }

  /** The status line of the answer. */
  private String ask(SocketChannel channel, String path) {
    try {
      channel.connect(address);
      String request = "GET " + path + " HTTP/1.0\r\nHost: docker\r\n\r\n";
      ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      byte[] start = Channels.newInputStream(channel).readNBytes("HTTP/1.0 200 ".length());
      return new String(start, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }
}
