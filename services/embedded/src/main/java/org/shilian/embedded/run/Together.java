package org.shilian.embedded.run;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two things started at the same time: both, or neither. */
record Together<A extends AutoCloseable, B extends AutoCloseable>(A first, B second) {

  /**
   * Starts both.
   *
   * @throws Exception what one of them threw, after the other was ended; an interrupt interrupts
   *     both
   */
  static <A extends AutoCloseable, B extends AutoCloseable> Together<A, B> start(
      Callable<A> first, Callable<B> second) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<A> one = threads.submit(first);
    Future<B> other = threads.submit(second);
    try {
      return new Together<>(one.get(), other.get());
    } catch (ExecutionException | InterruptedException e) {
      threads.shutdownNow();
      // Nothing else is waited for from here on.
      boolean interrupted = Thread.interrupted() || e instanceof InterruptedException;
      end(one);
      end(other);
      if (interrupted) {
        throw new InterruptedException();
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      threads.shutdown();
    }
  }

  private static void end(Future<? extends AutoCloseable> future) throws Exception {
    AutoCloseable started;
    try {
      started = future.get();
    } catch (ExecutionException notStarted) {
      return;
    }
    started.close();
  }
}
