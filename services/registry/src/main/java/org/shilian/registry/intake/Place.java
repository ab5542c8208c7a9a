package org.shilian.registry.intake;

import java.util.Locale;

/** Where in a document something stands, and how its fields are called there. */
public sealed interface Place {
  /** The name of a field here, given as a relative JSON Pointer such as {@code licences/0/kind}. */
  String field(String name);

  /** An object in a JSON body; the pointer is empty when the body is the object. */
  record InJson(String pointer) implements Place {
    @Override
    public String field(String name) {
      return pointer + "/" + name;
    }
  }

  /**
   * A line of a CSV body, counted from 1, the header included. Columns are called like the fields,
   * those within others run together: {@code licences/0/kind} is in column {@code licenceKind}.
   */
  record OnLine(int line) implements Place {
    @Override
    public String field(String name) {
      return "line " + line + ", column " + column(name);
    }

    private static String column(String name) {
      StringBuilder column = new StringBuilder();
      for (String part : name.replace("s/0/", "/").split("/", -1)) {
        column.append(
            column.isEmpty()
                ? part
                : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
      }
      return column.toString();
    }
  }
}
