package org.shilian.capture.epcis.ask;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Request headers of which only {@code getHeaderString} is asked. */
final class Headers {
  private Headers() {}

  static HttpHeaders of(Map<String, String> headers) {
    return (HttpHeaders)
        Proxy.newProxyInstance(
            Headers.class.getClassLoader(),
            new Class<?>[] {HttpHeaders.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getHeaderString")) {
                throw new UnsupportedOperationException(method.getName());
              }
              return headers.get((String) arguments[0]);
            });
  }
}
