package org.shilian.symbol;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** The second reader, ZBar's {@code zbarimg}, where the machine has it. */
public final class Zbar {
  private Zbar() {}

  /** Whether the machine has it. */
  public static boolean isThere() {
    try {
      return run("--version").endsWith("0");
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  /** What it reads: kind of symbol, colon, data; a line for each code. */
  public static String scan(BufferedImage image, Path directory)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile(directory, "symbol", ".png");
    ImageIO.write(image, "png", file.toFile());
    String output = run("--quiet", "--set", "*.enable", file.toString());
    return output.substring(0, Math.max(0, output.lastIndexOf('\n'))).strip();
  }

  /** Output, a line break and the exit code. */
  private static String run(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "zbarimg";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("zbarimg did not end");
    }
    return output + "\n" + process.exitValue();
  }
}
