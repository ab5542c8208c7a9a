package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** A sheet with a row for each code, beneath one with the names of the columns (RFC 4180). */
final class CsvFile implements CodeWriter {
  private final List<String> columns;

  CsvFile(List<String> columns) {
    this.columns = columns;
  }

  @Override
  public void write(Iterator<? extends PrintedCode> codes, OutputStream out) throws IOException {
    StringBuilder row = new StringBuilder();
    write(columns, row, out);
    while (codes.hasNext()) {
      write(codes.next().cells(), row, out);
    }
  }

  private static void write(List<String> cells, StringBuilder row, OutputStream out)
      throws IOException {
    row.setLength(0);
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        row.append(',');
      }
      append(cells.get(i), row);
    }
    out.write(row.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void append(String cell, StringBuilder row) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\r' || c == '\n') {
        row.append('"').append(cell.replace("\"", "\"\"")).append('"');
        return;
      }
    }
    row.append(cell);
  }
}
