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
 * nothing else: no script, no frame, nothing fetched from anywhere, and a form only where one is
 * needed (Content Security Policy level 3).
 */
@ApplicationScoped
class StyleSheet {

  private static final String RESOURCE = "page.css";

  private final RawString css;
  private final String policy;
  private final String policyWithForm;

  StyleSheet() {
    String text = read();
    this.css = new RawString(text);
    this.policy = policy(text, "'none'");
    this.policyWithForm = policy(text, "'self'");
  }

  RawString css() {
    return css;
  }

  /** The value of the Content-Security-Policy header. */
  String policy() {
    return policy;
  }

  /** The same for a page with a form that is sent back to this server. */
  String policyWithForm() {
    return policyWithForm;
  }

  private static String policy(String css, String forms) {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(css)
        + "'; img-src data:; base-uri 'none'; form-action "
        + forms
        + "; frame-ancestors 'none'";
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
