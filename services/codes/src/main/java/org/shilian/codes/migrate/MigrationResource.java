package org.shilian.codes.migrate;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.Asked;
import org.shilian.codes.file.CodeFile;
import org.shilian.codes.file.CodeForm;
import org.shilian.codes.file.LabelQuery;
import org.shilian.codes.key.KnownOperators;
import org.shilian.gs1.Gtin;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.PageRequest;
import org.shilian.registry.intake.QueryChecks;
import org.shilian.registry.intake.TextBody;

/** The door for moving products from the old bar code to a 2D code. */
@Path(MigrationResource.PATH)
@Tag(name = "codes", description = "Codes to print onto food")
class MigrationResource {
  static final String PATH = "/api/v1/codes/migrate";

  private final Migration migration;
  private final MigrationStore store;
  private final MigrationFiles files;
  private final KnownOperators operators;
  private final SecurityIdentity identity;

  MigrationResource(
      Migration migration,
      MigrationStore store,
      MigrationFiles files,
      KnownOperators operators,
      SecurityIdentity identity) {
    this.migration = migration;
    this.store = store;
    this.files = files;
    this.operators = operators;
    this.identity = identity;
  }

  /** Migrates the products of a JSON list. */
  @POST
  @RolesAllowed({"enterprise", "admin"})
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "migrateToTwoDimensions",
      summary = "1D → 2D: give products a 2D code beside their old bar code",
      description =
          "GTINs of 8, 12, 13 or 14 digits, up to 20000 at once; an enterprise's are its own"
              + " products. Every article has its verdict; what is right is migrated even if others"
              + " are not. The same again changes nothing.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = String[].class),
              examples = @ExampleObject(name = "two", value = MigrationExamples.JSON)))
  @APIResponse(
      responseCode = "200",
      description = "How every article fared",
      content = @Content(schema = @Schema(implementation = MigrationReport.class)))
  @APIResponse(responseCode = "403", description = "No article is right, some are another's")
  @APIResponse(
      responseCode = "422",
      description = "No article is right; violations names field, value and rule of each")
  public Uni<MigrationReport> migrate(@Nullable JsonNode body) {
    return report(ArticleList.ofJson(body));
  }

  /** Migrates the products of a CSV article list. */
  @POST
  @RolesAllowed({"enterprise", "admin"})
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "migrateArticleList",
      summary = "The same for an article list in CSV",
      description =
          "A header line with a column gtin, then up to 20000 articles; other columns are passed"
              + " over.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "csv", value = MigrationExamples.CSV)))
  @APIResponse(
      responseCode = "200",
      description = "How every line fared",
      content = @Content(schema = @Schema(implementation = MigrationReport.class)))
  @APIResponse(responseCode = "403", description = "No article is right, some are another's")
  @APIResponse(
      responseCode = "422",
      description = "No article is right; violations names field, value and rule of each")
  public Uni<MigrationReport> migrateCsv(
      byte @Nullable [] body, @Parameter(hidden = true) @HeaderParam("Content-Type") String type) {
    return report(ArticleList.ofCsv(TextBody.of(body), TextBody.charset(type)));
  }

  private Uni<MigrationReport> report(List<Draft<Gtin>> articles) {
    return migration
        .migrate(articles, Caller.of(identity))
        .map(lines -> MigrationReport.of(lines, labels(lines)));
  }

  /** Where the labels of the products are, if they are of one operator. */
  private static MigrationReport.@Nullable Labels labels(List<MigrationReport.Line> lines) {
    Set<String> owners =
        lines.stream()
            .map(MigrationReport.Line::code)
            .filter(Objects::nonNull)
            .map(MigratedProductView::operator)
            .collect(Collectors.toSet());
    if (owners.size() != 1) {
      return null;
    }
    String query = "?operator=" + owners.iterator().next();
    return new MigrationReport.Labels(
        PATH + "/labels.csv" + query,
        PATH + "/labels.pdf" + query,
        PATH + "/labels.zpl" + query,
        PATH + "/labels.zip" + query);
  }

  /** The migrated products of an operator. */
  @GET
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listMigratedProducts",
      summary = "The products of an operator that have a 2D code, in the order of their GTIN")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = MigratedPage.class)))
  @APIResponse(responseCode = "403", description = "The key speaks for another operator")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Uni<MigratedPage> list(
      @Parameter(description = "USCC; an enterprise's key may leave it out") @QueryParam("operator")
          @Nullable String operator,
      @Parameter(description = "The `next` of the page before") @QueryParam("after")
          @Nullable String after,
      @Parameter(description = "1 to 1000, default 100") @QueryParam("limit")
          @Nullable String limit) {
    PageRequest page = PageRequest.of(after, limit);
    return operators
        .readable("operator", operator, Caller.of(identity))
        .chain(found -> store.list(found.uscc(), page))
        .map(
            products -> {
              List<MigratedProductView> items =
                  products.stream().map(MigratedProductView::of).toList();
              boolean more = items.size() == page.limit();
              return new MigratedPage(items, more ? items.get(items.size() - 1).gtin() : null);
            });
  }

  /** Labels with both codes, one for each product. */
  @GET
  @Path("labels{suffix: \\.(csv|ndjson|pdf|zpl|zip)}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces(CodeForm.FILE_TYPES)
  @Operation(
      operationId = "getMigrationLabels",
      summary = "A label for each migrated product of an operator, with the old bar code beside",
      description =
          "The suffix is .pdf, .zpl, .zip (the labels as SVG), or .csv or .ndjson (the codes).")
  @APIResponse(
      responseCode = "200",
      description = "The labels, in the order of the GTINs",
      content = @Content(schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(responseCode = "403", description = "The key speaks for another operator")
  @APIResponse(responseCode = "404", description = "None of the operator's products is migrated")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Response labels(
      @Parameter(description = ".pdf, .zpl, .zip, .csv or .ndjson", example = ".pdf")
          @PathParam("suffix")
          String suffix,
      @Parameter(description = "USCC; an enterprise's key may leave it out") @QueryParam("operator")
          @Nullable String operator,
      @Parameter(description = "Only these products, up to 100") @QueryParam("gtin")
          List<String> gtins,
      @BeanParam LabelQuery query,
      @Context Request request) {
    Asked asked = Asked.of(suffix, request, CodeForm.MANY);
    MigrationFiles.Labels labels = files.many(operator, gtins, Caller.of(identity));
    return asked.download(labels.file(asked.form(), query), "migration-" + labels.owner());
  }

  /** One product, in the form that a suffix of the path or else the Accept header asks for. */
  @GET
  @Path("{gtin}")
  @RolesAllowed({"enterprise", "regulator", "admin"})
  @Produces(CodeForm.ONE_TYPES)
  @Operation(
      operationId = "getMigratedProduct",
      summary = "A product's 2D code, and its label with the old bar code beside",
      description =
          "The form follows the path's suffix .json, .svg, .png, .pdf or .zpl, else the Accept"
              + " header.")
  @APIResponse(
      responseCode = "200",
      description = "The code",
      content = @Content(schema = @Schema(implementation = MigratedProductView.class)))
  @APIResponse(responseCode = "403", description = "The product is another operator's")
  @APIResponse(responseCode = "404", description = "The product is not migrated")
  @APIResponse(responseCode = "422", description = "Rules are broken; violations names each")
  public Response one(
      @Parameter(
              description = "GTIN of 8, 12, 13 or 14 digits, perhaps with a suffix",
              example = "09521234000013")
          @PathParam("gtin")
          String path,
      @BeanParam LabelQuery query,
      @Parameter(
              description = "Of PDF and ZPL: how many labels, up to 10000; by default a page full")
          @QueryParam("copies")
          @Nullable String copies,
      @Context Request request) {
    Asked asked = Asked.of(path, request, CodeForm.ONE);
    Gtin gtin = QueryChecks.required("gtin", asked.name(), Gtin::parse);
    MigratedProduct product = files.one(gtin, Caller.of(identity));
    return asked.answer(
        asked.isReport()
            ? MigratedProductView.of(product)
            : CodeFile.copies(product, asked.form(), query, copies));
  }
}
