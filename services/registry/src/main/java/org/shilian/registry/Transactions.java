package org.shilian.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Runs work with Hibernate Reactive on the event loop that the request belongs to. A session must
 * stay on one event loop, while the framework moves a request with a larger body to a worker.
 */
@ApplicationScoped
public class Transactions {
  private final Mutiny.SessionFactory sessions;

  Transactions(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** The outcome of the work, which is committed with it and rolled back with its failure. */
  public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
    return onEventLoop(Uni.createFrom().deferred(() -> sessions.withTransaction(work)));
  }

  /** The outcome of work that only reads. */
  public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
    return onEventLoop(Uni.createFrom().deferred(() -> sessions.withSession(work)));
  }

  private static <T> Uni<T> onEventLoop(Uni<T> work) {
    Context context = Vertx.currentContext();
    if (context == null || Context.isOnEventLoopThread()) {
      return work;
    }
    return work.runSubscriptionOn(command -> context.runOnContext(ignored -> command.run()));
  }
}
