package org.shilian.codes.file;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in the API's description what files and pictures are. A resource describes one content for
 * all forms that it answers in, its JSON; where a form is described by itself, nothing is changed.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class FormsDescription implements OASFilter {
  private static final Map<String, CodeForm> FORMS =
      Arrays.stream(CodeForm.values())
          .filter(form -> form != CodeForm.JSON)
          .collect(Collectors.toMap(CodeForm::type, Function.identity()));

  @Override
  public APIResponse filterAPIResponse(APIResponse response) {
    if (response.getContent() != null) {
      Map<String, MediaType> described = Map.copyOf(response.getContent().getMediaTypes());
      described.forEach(
          (type, content) -> {
            CodeForm form = FORMS.get(type);
            if (form != null && Collections.frequency(described.values(), content) > 1) {
              var unused =
                  response
                      .getContent()
                      .addMediaType(type, OASFactory.createMediaType().schema(schema(form)));
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
