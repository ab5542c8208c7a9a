package org.shilian.embedded.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {
  // Below the range the kernel takes for outgoing connections, so that none of those takes it in
  // between.
  private static final int LOWEST = 15_000;
  private static final int HIGHEST = 32_000;

  private Ports() {}

  /** A port that nobody listens on now. */
  public static int free() {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
    throw new StartException("no free TCP port between " + LOWEST + " and " + HIGHEST);
  }

  /**
   * The port asked for, or a free one for 0.
   *
   * @throws StartException when it is taken
   */
  public static int orFree(int port) {
    if (port == 0) {
      return free();
    }
    if (!isFree(port)) {
      throw new StartException("port " + port + " is taken by another process");
    }
    return port;
  }

  /** Whether nobody listens on this port of the loopback address. */
  public static boolean isFree(int port) {
    return isFree(InetAddress.getLoopbackAddress().getHostAddress(), port);
  }

  /** Whether nobody listens on this port of a local address, or of any for {@code 0.0.0.0}. */
  public static boolean isFree(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
