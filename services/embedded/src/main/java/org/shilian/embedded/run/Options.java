package org.shilian.embedded.run;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param data where the data are kept
 * @param port the server's port
 * @param host the name other machines know this one by; without it only this machine is served
 * @param demo whether to replay the demo county
 * @param reset whether to delete the data first
 */
record Options(Path data, int port, Optional<String> host, boolean demo, boolean reset) {
  private static final int DEFAULT_PORT = 8080;
  private static final int HIGHEST_PORT = 65_535;

  Options {
    if (port < 1 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "--port " + port + ": a port is a number from 1 to " + HIGHEST_PORT);
    }
    host.filter(name -> !name.matches("[A-Za-z0-9.-]+"))
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "--host " + name + ": a host name has letters, digits, - and .");
            });
  }

  static Options parse(List<String> arguments) {
    Path data = Path.of("data");
    int port = DEFAULT_PORT;
    Optional<String> host = Optional.empty();
    boolean demo = true;
    boolean reset = false;
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      switch (option) {
        case "--data" -> data = Path.of(value(option, rest));
        case "--port" -> port = number(option, value(option, rest));
        case "--host" -> host = Optional.of(value(option, rest));
        case "--no-demo" -> demo = false;
        case "--reset" -> reset = true;
        default ->
            throw new IllegalArgumentException("unknown option " + option + "; --help lists them");
      }
    }
    return new Options(data.toAbsolutePath().normalize(), port, host, demo, reset);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + ": a value is missing");
    }
    return rest.next();
  }

  private static int number(String option, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " " + value + ": not a number", e);
    }
  }

  /** The address the server listens on. */
  String listen() {
    return host.isPresent() ? "0.0.0.0" : "127.0.0.1";
  }

  /** What a person types into a browser, and what codes are printed with. */
  String baseUri() {
    return "http://" + host.orElse("localhost") + ":" + port;
  }
}
