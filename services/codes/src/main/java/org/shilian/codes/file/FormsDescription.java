package org.shilian.codes.file;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in the API's description what files and pictures are, wherever they are answered beside
 * JSON: a resource describes its JSON alone.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class FormsDescription implements OASFilter {
  private static final Map<String, CodeForm> FORMS =
      Arrays.stream(CodeForm.values())
          .filter(form -> form != CodeForm.JSON)
          .collect(Collectors.toMap(CodeForm::type, Function.identity()));

  @Override
  public APIResponse filterAPIResponse(APIResponse response) {
    if (response.getContent() != null) {
      response
          .getContent()
          .getMediaTypes()
          .forEach(
              (type, content) -> {
                CodeForm form = FORMS.get(type);
                if (form != null) {
                  var unused = content.schema(schema(form));
                }
              });
    }
    return response;
  }

  private static Schema schema(CodeForm form) {
    Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    return form.binary() ? text.format("binary") : text;
  }
}
