package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The configuration page names every key there is, with its default, and none that is not. */
class ConfigurationDocTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(shilian\\.[^`]+)` \\| (?:`([^`]*)`)? ?\\|", Pattern.MULTILINE);

  @Test
  void namesEveryKeyWithItsDefault() throws IOException {
    Set<String> inCode = new TreeSet<>();
    for (JavaClass type : new ClassFileImporter().importPackages("org.shilian")) {
      if (type.isAnnotatedWith(ConfigMapping.class)) {
        addKeys(type.reflect(), inCode);
      }
    }
    Set<String> inDoc = new TreeSet<>();
    Path page = Path.of(System.getProperty("shilian.root")).resolve("docs/configuration.md");
    Matcher row = ROW.matcher(Files.readString(page));
    while (row.find()) {
      inDoc.add(row.group(1) + "=" + (row.group(2) == null ? "" : row.group(2)));
    }
    assertThat(inDoc).isNotEmpty().isEqualTo(inCode);
  }

  private static void addKeys(Class<?> mapping, Set<String> keys) {
    String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
    for (Method method : mapping.getDeclaredMethods()) {
      WithDefault withDefault = method.getAnnotation(WithDefault.class);
      String name = method.getName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
      keys.add(prefix + "." + name + "=" + (withDefault == null ? "" : withDefault.value()));
    }
  }
}
