package org.shilian.problem;

/**
 * Problems in the words of EPCIS 2.0, whose REST binding (§12 and its OpenAPI description) gives
 * every failure a type of the standard. Whatever fails below {@link #ROOT} is answered in these
 * words, wherever it was noticed; all else of the problem stays as it is.
 */
public enum EpcisProblem {
  VALIDATION("ValidationException", "The input breaks a rule of EPCIS, of GS1 or of this server"),
  SECURITY("SecurityException", "This caller may not do that"),
  NO_SUCH_RESOURCE("NoSuchResourceException", "There is no such resource"),
  NOT_ACCEPTABLE("NotAcceptableException", "What is asked for cannot be given in that form"),
  RESOURCE_ALREADY_EXISTS(
      "ResourceAlreadyExistsException", "Another resource with this identifier exists"),
  CAPTURE_LIMIT_EXCEEDED("CaptureLimitExceededException", "The document is too large"),
  URI_TOO_LONG("URITooLongException", "The URI is too long"),
  UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaTypeException", "This media type is not read here"),
  /** Everything that the standard has no type of its own for. */
  IMPLEMENTATION("ImplementationException", "The server cannot do this");

  /** The path that the EPCIS interface is below. */
  public static final String ROOT = "/epcis/v2";

  private static final int BAD_REQUEST = 400;

  private final String uri;
  private final String title;

  EpcisProblem(String name, String title) {
    this.uri = "epcisException:" + name;
    this.title = title;
  }

  /** The {@code type} member, for example {@code epcisException:ValidationException}. */
  public String uri() {
    return uri;
  }

  /** The same problem in the words of EPCIS, with the status that its binding has for it. */
  public static Problem of(Problem problem) {
    EpcisProblem type = ofStatus(problem.status());
    return new Problem(
        type.uri,
        type.title,
        type == VALIDATION ? BAD_REQUEST : problem.status(),
        problem.detail(),
        problem.instance(),
        problem.violations());
  }

  /** Whether a path belongs to the EPCIS interface. */
  public static boolean covers(String path) {
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /** The problem as whoever asked for this path shall read it. */
  static Problem at(String path, Problem problem) {
    return covers(path) ? of(problem) : problem;
  }

  private static EpcisProblem ofStatus(int status) {
    return switch (status) {
      case 400, 422 -> VALIDATION;
      case 401, 403 -> SECURITY;
      case 404, 410 -> NO_SUCH_RESOURCE;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> RESOURCE_ALREADY_EXISTS;
      case 413 -> CAPTURE_LIMIT_EXCEEDED;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      default -> IMPLEMENTATION;
    };
  }
}
