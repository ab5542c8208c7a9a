package org.shilian.bench.endtoend;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Seconds of processor time that each process of the run has used so far, those of PostgreSQL's
 * backends together; read from {@code /proc}.
 */
record Cpu(Map<String, Double> seconds) {
  /** What {@code getconf CLK_TCK} says on every Linux that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int USER = 11;
  private static final int SYSTEM = 12;

  /** What this JVM and these processes have used. */
  static Cpu now(Map<String, Long> processes) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("client", ticks(ProcessHandle.current().pid()) / TICKS_PER_SECOND);
    processes.forEach((name, pid) -> seconds.put(name, withChildren(pid) / TICKS_PER_SECOND));
    return new Cpu(seconds);
  }

  Cpu since(Cpu earlier) {
    Map<String, Double> spent = new LinkedHashMap<>();
    seconds.forEach(
        (name, value) -> spent.put(name, value - earlier.seconds.getOrDefault(name, 0.0)));
    return new Cpu(spent);
  }

  double total() {
    return seconds.values().stream().mapToDouble(value -> value).sum();
  }

  /**
   * What the threads of a process have used, those whose names differ by a number only together.
   */
  static Cpu byThread(long pid) {
    Map<String, Double> seconds = new TreeMap<>();
    try (DirectoryStream<Path> threads =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
      for (Path thread : threads) {
        String text = text(thread.resolve("stat"));
        if (!text.isEmpty()) {
          String name = text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'));
          seconds.merge(
              name.replaceAll("[-#]?[0-9]+", ""),
              ticks(fields(text)) / TICKS_PER_SECOND,
              Double::sum);
        }
      }
    } catch (IOException gone) {
      return new Cpu(Map.of());
    }
    return new Cpu(seconds);
  }

  /** The process, its living children, and those it has waited for. */
  private static double withChildren(long pid) {
    ToDoubleFunction<ProcessHandle> living = child -> ticks(child.pid());
    return ticks(pid)
        + ended(pid)
        + ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).mapToDouble(living).sum();
  }

  private static double ticks(long pid) {
    return ticks(stat(pid));
  }

  private static double ticks(String[] fields) {
    return fields.length == 0
        ? 0
        : Double.parseDouble(fields[USER]) + Double.parseDouble(fields[SYSTEM]);
  }

  private static double ended(long pid) {
    String[] fields = stat(pid);
    return fields.length == 0
        ? 0
        : Double.parseDouble(fields[SYSTEM + 1]) + Double.parseDouble(fields[SYSTEM + 2]);
  }

  private static String[] stat(long pid) {
    String text = text(Path.of("/proc", Long.toString(pid), "stat"));
    return text.isEmpty() ? new String[0] : fields(text);
  }

  /** The fields after the program's name, which may hold spaces. */
  private static String[] fields(String stat) {
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return "";
    }
  }

  /** The largest resident memory that the process ever had, in bytes; 0 if it has gone. */
  static long peakMemory(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException gone) {
      return 0;
    }
  }
}
