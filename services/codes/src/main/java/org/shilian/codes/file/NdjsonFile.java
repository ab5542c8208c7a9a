package org.shilian.codes.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** A JSON object a line. */
final class NdjsonFile implements CodeFile {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .rootValueSeparator("\n")
          .build();

  @Override
  public void write(IssuedCodes codes, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      while (codes.hasNext()) {
        IssuedCode code = codes.next();
        json.writeStartObject();
        json.writeStringField("digitalLink", code.digitalLink());
        json.writeStringField(codes.nameOfNames(), code.name());
        json.writeEndObject();
      }
      json.writeRaw('\n');
    }
  }
}
