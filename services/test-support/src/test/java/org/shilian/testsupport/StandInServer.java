package org.shilian.testsupport;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Answers the readiness question and nothing else, where the test is of the process and not of the
 * server.
 */
final class StandInServer {
  private StandInServer() {}

  public static void main(String[] args) throws Exception {
    if ("1".equals(System.getenv("STAND_IN_FAILS"))) {
      System.out.println("ERROR no such table");
      System.exit(7);
    }
    int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    System.out.println("serves " + System.getenv("KAFKA_BOOTSTRAP_SERVERS"));
  }
}
