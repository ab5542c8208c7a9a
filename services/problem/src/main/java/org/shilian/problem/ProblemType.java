package org.shilian.problem;

import org.jspecify.annotations.Nullable;

/** The catalogue of problems a client can meet, each with its type URI, title and HTTP status. */
public enum ProblemType {
  /** The request was understood but breaks rules; {@code violations} lists them. */
  INVALID_INPUT("invalid-input", "The input breaks a rule", 422),
  /** The body is not JSON (or not the JSON subset that is read here). */
  MALFORMED_JSON("malformed-json", "The body is not well-formed JSON", 400),
  /** The request is not one that HTTP or this server can make sense of. */
  BAD_REQUEST("bad-request", "The request cannot be understood", 400),
  UNAUTHENTICATED("unauthenticated", "A valid API key is needed", 401),
  FORBIDDEN("forbidden", "This API key may not do that", 403),
  NOT_FOUND("not-found", "There is nothing here", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", "This method is not offered here", 405),
  NOT_ACCEPTABLE("not-acceptable", "None of the accepted media types is offered here", 406),
  CONFLICT("conflict", "The request conflicts with what is registered", 409),
  GONE("gone", "This has been withdrawn", 410),
  TOO_LARGE("too-large", "The request body is too large", 413),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "This media type is not read here", 415),
  TOO_MANY("too-many-requests", "Too many requests", 429),
  INTERNAL("internal", "The server failed", 500),
  UNAVAILABLE("unavailable", "A part of the server cannot be reached just now", 503);

  private final String uri;
  private final String title;
  private final int status;

  ProblemType(String name, String title, int status) {
    this.uri = "urn:shilian:problem:" + name;
    this.title = title;
    this.status = status;
  }

  /** The {@code type} member, for example {@code urn:shilian:problem:invalid-input}. */
  public String uri() {
    return uri;
  }

  public String title() {
    return title;
  }

  /** The HTTP status this problem is answered with. */
  public int status() {
    return status;
  }

  /** The catalogue's general problem for an HTTP status, or null when it has none. */
  static @Nullable ProblemType ofStatus(int status) {
    if (status == 400) {
      return BAD_REQUEST;
    }
    for (ProblemType type : values()) {
      if (type.status == status) {
        return type;
      }
    }
    return null;
  }
}
