package org.shilian.faults.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things side by side, where each waits for a process most of its time. */
public final class Side {
  private Side() {}

  /** One of the things. */
  @FunctionalInterface
  public interface Start<T extends AutoCloseable> {
    /** Starts it. */
    T start();
  }

  /** Starts all; if one fails, the others are closed. */
  static <T extends AutoCloseable> List<T> bySide(List<Start<T>> starts) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, starts.size()));
    try {
      List<Future<T>> futures = starts.stream().map(start -> threads.submit(start::start)).toList();
      List<T> started = new ArrayList<>();
      RuntimeException failure = null;
      for (Future<T> future : futures) {
        try {
          started.add(future.get());
        } catch (ExecutionException e) {
          failure = new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          failure = new IllegalStateException(e);
        }
      }
      if (failure != null) {
        started.forEach(Side::closeQuietly);
        throw failure;
      }
      return List.copyOf(started);
    } finally {
      threads.shutdown();
    }
  }

  /** Runs all, and returns when the last has ended. */
  public static void run(List<Runnable> all) {
    List<Start<AutoCloseable>> starts = new ArrayList<>();
    for (Runnable one : all) {
      starts.add(
          () -> {
            one.run();
            return () -> {};
          });
    }
    var unused = bySide(starts);
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      System.err.println("faults: " + e.getMessage());
    }
  }
}
