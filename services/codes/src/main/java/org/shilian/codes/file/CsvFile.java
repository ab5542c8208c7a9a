package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A sheet of two columns: the Digital Link and the name (RFC 4180). */
final class CsvFile implements CodeFile {
  @Override
  public void write(IssuedCodes codes, OutputStream out) throws IOException {
    StringBuilder row =
        new StringBuilder("digitalLink,").append(codes.nameOfNames()).append("\r\n");
    out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    while (codes.hasNext()) {
      IssuedCode code = codes.next();
      row.setLength(0);
      // a base address may have a comma, what is issued has none
      String quote = code.digitalLink().indexOf(',') >= 0 ? "\"" : "";
      row.append(quote).append(code.digitalLink()).append(quote);
      row.append(',').append(code.name()).append("\r\n");
      out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
