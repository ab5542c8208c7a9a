package org.shilian.registry.products;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.intake.QueryChecks;

/** The category table, for whoever fills in a form. */
@Path("/api/v1/food-categories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
class FoodCategoryResource {
  private final ProductStore store;

  FoodCategoryResource(ProductStore store) {
    this.store = store;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listFoodCategories",
      summary = "The categories of food products are registered under")
  public Uni<List<FoodCategoryView>> list(
      @Parameter(description = "For example 2020 or local-1; all when left out")
          @QueryParam("edition")
          @Nullable String edition) {
    return store.categories(
        QueryChecks.optional("edition", edition, FoodCategoryResource::edition));
  }

  private static String edition(String text) {
    if (!text.matches("[0-9a-z-]{1,40}")) {
      throw new IllegalArgumentException("is not an edition such as 2020 or local-1");
    }
    return text;
  }
}
