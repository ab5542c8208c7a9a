package org.shilian.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/**
 * Which methods a path offers, for the Allow header that RFC 9110 (section 15.5.6) wants of every
 * 405 and the framework leaves out.
 */
final class AllowedMethods {
  private AllowedMethods() {}

  /** The methods as an Allow header lists them; empty when no REST endpoint has that path. */
  static String of(String path) {
    Map<String, ArrayList<RequestMapper.RequestPath<Boolean>>> paths = new TreeMap<>();
    RuntimeResourceVisitor.visitRuntimeResources(
        "",
        ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
        new RuntimeResourceVisitor() {
          @Override
          public void visitRuntimeResource(
              String method, String template, RuntimeResource ignored) {
            paths
                .computeIfAbsent(method, absent -> new ArrayList<>())
                .add(
                    new RequestMapper.RequestPath<>(false, new URITemplate(template, false), true));
          }
        });
    TreeSet<String> allowed = new TreeSet<>();
    paths.forEach(
        (method, templates) -> {
          if (new RequestMapper<>(templates).map(path) != null) {
            allowed.add(method);
          }
        });
    if (allowed.contains("GET")) {
      allowed.add("HEAD");
    }
    if (!allowed.isEmpty()) {
      allowed.add("OPTIONS");
    }
    return String.join(", ", allowed);
  }
}
