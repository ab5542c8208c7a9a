package org.shilian.codes.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/** A JSON object a line. */
final class NdjsonFile implements CodeWriter {
  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .rootValueSeparator("\n")
          .build();

  private final List<String> members;

  NdjsonFile(List<String> members) {
    this.members = members;
  }

  @Override
  public void write(Iterator<? extends PrintedCode> codes, OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      while (codes.hasNext()) {
        List<String> cells = codes.next().cells();
        json.writeStartObject();
        for (int i = 0; i < members.size(); i++) {
          json.writeStringField(members.get(i), cells.get(i));
        }
        json.writeEndObject();
      }
      json.writeRaw('\n');
    }
  }
}
