package org.shilian.registry.intake;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/** The bytes of a text body and what they are written in. */
public final class TextBody {
  private TextBody() {}

  /** The body, empty when there is none. */
  public static byte[] of(byte @Nullable [] body) {
    return body == null ? new byte[0] : body;
  }

  /**
   * The charset a Content-Type names, UTF-8 when it names none.
   *
   * @throws ProblemException INVALID_INPUT when there is no such charset
   */
  public static Charset charset(String contentType) {
    String name = MediaType.valueOf(contentType).getParameters().get("charset");
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          List.of(new Violation("Content-Type", name, "names a charset that is not known here")));
    }
  }
}
