package org.shilian.problem;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies as their headers say. Unpacks gzip (RFC 9110, section 8.4) and tells the client of a
 * body that is none or ends too early, where the framework's own unpacking would drop the
 * connection or take what came for the whole; refuses every other coding, and a body without a
 * Content-Type.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
@Singleton
public class ContentCoding implements ReaderInterceptor {
  private static final String GZIP = "gzip";

  private final BodyLimit limit;

  ContentCoding(BodyLimit limit) {
    this.limit = limit;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (context.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE) == null) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "the request has a body and no Content-Type");
    }
    InputStream body = context.getInputStream();
    if (body == null) {
      return context.proceed();
    }
    switch (coding(context.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING))) {
      case "", "identity" -> {}
      case GZIP, "x-gzip" -> context.setInputStream(unpacked(limit.over(body)));
      default ->
          throw new ProblemException(
                  ProblemType.UNSUPPORTED_MEDIA_TYPE,
                  "the Content-Encoding "
                      + context.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)
                      + " is not read here, gzip is")
              .withHeader(HttpHeaders.ACCEPT_ENCODING, GZIP);
    }
    return context.proceed();
  }

  private static String coding(@Nullable String header) {
    return header == null ? "" : header.trim().toLowerCase(Locale.ROOT);
  }

  /**
   * What this gzip holds. Nothing of it is read before somebody reads: it may be made on a thread
   * that must not wait, and read on another. Reading it ends in a {@link ProblemException} if it is
   * no gzip or ends too early.
   */
  static InputStream unpacked(InputStream packed) {
    return new Gunzipped(packed);
  }

  private static ProblemException notGzip(IOException e) {
    return new ProblemException(
        ProblemType.BAD_REQUEST,
        "the body is not the gzip that Content-Encoding says it is: " + e.getMessage());
  }

  /**
   * Waits for the next byte when asked whether there is one: the JDK takes a stream to end where a
   * member of the gzip does and nothing more is there yet, and would lose the members to come.
   */
  private static final class Patient extends PushbackInputStream {
    Patient(InputStream packed) {
      super(packed);
    }

    @Override
    public int available() throws IOException {
      int next = read();
      if (next < 0) {
        return 0;
      }
      unread(next);
      return super.available();
    }
  }

  private static final class Gunzipped extends InputStream {
    private final InputStream packed;
    private @Nullable InputStream opened;

    Gunzipped(InputStream packed) {
      this.packed = packed;
    }

    private InputStream plain() throws IOException {
      if (opened == null) {
        opened = new GZIPInputStream(new Patient(packed));
      }
      return opened;
    }

    @Override
    public int read() throws IOException {
      try {
        return plain().read();
      } catch (ZipException | EOFException e) {
        throw notGzip(e);
      }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        return plain().read(into, offset, length);
      } catch (ZipException | EOFException e) {
        throw notGzip(e);
      }
    }

    @Override
    public void close() throws IOException {
      packed.close();
    }
  }
}
