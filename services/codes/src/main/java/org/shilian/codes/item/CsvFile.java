package org.shilian.codes.item;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A sheet of two columns: the Digital Link and the serial (RFC 4180). */
final class CsvFile implements CodeFile {
  @Override
  public void write(ItemCodes codes, OutputStream out) throws IOException {
    // a base address may have a comma, a lot and a serial that are issued have none
    String quote = codes.link().indexOf(',') >= 0 ? "\"" : "";
    StringBuilder row = new StringBuilder("digitalLink,serial\r\n");
    out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    while (codes.hasNext()) {
      ItemCode code = codes.next();
      row.setLength(0);
      row.append(quote).append(code.digitalLink()).append(quote);
      row.append(',').append(code.serial()).append("\r\n");
      out.write(row.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
