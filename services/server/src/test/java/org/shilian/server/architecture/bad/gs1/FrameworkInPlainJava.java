package org.shilian.server.architecture.bad.gs1;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Breaks two rules on purpose: a framework in a plain module, and a time that no Clock gave. */
@ApplicationScoped
public class FrameworkInPlainJava {
  Instant time() {
    return Instant.now();
  }
}
