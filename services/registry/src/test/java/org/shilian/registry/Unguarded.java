package org.shilian.registry;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint whose author forgot to say who may call it. */
@Path("/api/v1/unguarded")
public class Unguarded {
  @GET
  public String get() {
    return "nobody should see this";
  }
}
