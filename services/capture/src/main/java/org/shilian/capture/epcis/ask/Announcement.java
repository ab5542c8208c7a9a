package org.shilian.capture.epcis.ask;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shilian.capture.CaptureConfig;
import org.shilian.epcis.Namespaces;
import org.shilian.problem.EpcisProblem;
import org.shilian.problem.ProblemType;

/**
 * What the EPCIS interface says of itself: on every answer which editions and extensions it speaks,
 * beside every 413 its limits, and all of that where it is asked for.
 */
@ApplicationScoped
public class Announcement {
  /** Before whatever answers, the check of the body's length included. */
  private static final int BEFORE_ALL = 2000;

  private final Map<String, String> always = new LinkedHashMap<>();
  private final Map<String, String> discovery = new LinkedHashMap<>();
  private final Map<String, String> limits = new LinkedHashMap<>();

  Announcement(
      CaptureConfig config,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K")
          MemorySize mostBytes,
      @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown")
          String version) {
    String spoken = Edition.SPOKEN.toString();
    always.put("GS1-EPCIS-Version", spoken);
    always.put("GS1-CBV-Version", spoken);
    always.put(Extensions.HEADER, Namespaces.SHILIAN_PREFIX + "=" + Namespaces.SHILIAN);
    discovery.put("GS1-EPCIS-Min", spoken);
    discovery.put("GS1-EPCIS-Max", spoken);
    discovery.put("GS1-CBV-Min", spoken);
    discovery.put("GS1-CBV-Max", spoken);
    discovery.put(Asked.EPC_FORMAT, Asked.AS_THEY_CAME);
    discovery.put("GS1-CBV-XML-Format", Asked.AS_THEY_CAME);
    discovery.put("GS1-Vendor-Version", "shilian " + version);
    limits.put("GS1-EPCIS-Capture-Limit", Integer.toString(config.maxEvents()));
    limits.put("GS1-EPCIS-Capture-File-Size-Limit", Long.toString(mostBytes.asLongValue()));
  }

  void register(@Observes Filters filters) {
    filters.register(this::announce, BEFORE_ALL);
  }

  private void announce(RoutingContext context) {
    String path = context.request().path();
    if (path != null && EpcisProblem.covers(path)) {
      context.addHeadersEndHandler(done -> add(context));
    }
    context.next();
  }

  private void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    always.forEach(headers::set);
    if (context.response().getStatusCode() == ProblemType.TOO_LARGE.status()) {
      limits.forEach(headers::set);
    }
  }

  /** The answer to who asks what may be done here. */
  public Response discovery(String allowed) {
    Response.ResponseBuilder response = Response.noContent().header(HttpHeaders.ALLOW, allowed);
    discovery.forEach(response::header);
    return response.build();
  }

  /** The same for capture: also how much, and what becomes of errors. */
  public Response captureDiscovery(String allowed) {
    Response.ResponseBuilder response =
        Response.fromResponse(discovery(allowed))
            .header(ErrorBehaviour.HEADER, ErrorBehaviour.BOTH);
    limits.forEach(response::header);
    return response.build();
  }
}
