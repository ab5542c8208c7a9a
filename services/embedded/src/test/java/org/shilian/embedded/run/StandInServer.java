package org.shilian.embedded.run;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;

/** Says what it was told and that it is ready: the tests here are of the run, not of the server. */
final class StandInServer {
  private StandInServer() {}

  public static void main(String[] args) throws Exception {
    Map<String, String> environment = new TreeMap<>(System.getenv());
    environment.forEach((name, value) -> System.out.println(name + "=" + value));
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(
                System.getenv("QUARKUS_HTTP_HOST"),
                Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"))),
            0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
