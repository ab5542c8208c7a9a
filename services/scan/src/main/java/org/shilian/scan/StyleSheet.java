package org.shilian.scan;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one style sheet, written into every page, and the policy that lets a browser apply it and
 * nothing else: no script, no frame, no form, nothing fetched from anywhere (Content Security
 * Policy level 3).
 */
@ApplicationScoped
class StyleSheet {

  private static final String RESOURCE = "page.css";

  private final RawString css;
  private final String policy;

  StyleSheet() {
    String text = read();
    this.css = new RawString(text);
    this.policy =
        "default-src 'none'; style-src 'sha256-"
            + sha256(text)
            + "'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  RawString css() {
    return css;
  }

  /** The value of the Content-Security-Policy header. */
  String policy() {
    return policy;
  }

  private static String read() {
    try (InputStream in = StyleSheet.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("resource " + RESOURCE + ": is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
