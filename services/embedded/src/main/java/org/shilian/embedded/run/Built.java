package org.shilian.embedded.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shilian.embedded.process.StartException;

/** What the build left: the jars that are launched, below the checkout. */
record Built(Path root) {

  Path server() {
    return existing(root.resolve("services/server/target/quarkus-app/quarkus-run.jar"));
  }

  Path simulator() {
    return jar("simulator");
  }

  /** The verifier of logs. */
  Path tlog() {
    return jar("tlog");
  }

  private Path jar(String module) {
    Path target = root.resolve("services/" + module + "/target");
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target, "shilian-" + module + "-*.jar")) {
      for (Path jar : jars) {
        if (!jar.toString().matches(".*-(tests|sources|javadoc)\\.jar")) {
          return jar;
        }
      }
    } catch (IOException e) {
      throw new StartException(module + " is not built: " + e.getMessage(), e);
    }
    throw new StartException(module + " is not built: there is no jar in " + target);
  }

  private static Path existing(Path jar) {
    if (!Files.exists(jar)) {
      throw new StartException("the server is not built: there is no " + jar);
    }
    return jar;
  }
}
