package org.shilian.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.history.SmallCounty;
import org.shilian.embedded.process.Deadline;
import org.shilian.faults.stack.Stack;

/**
 * A few clients that post events until they are told to stop, a batch at a time each, the next when
 * the ledger has settled the last.
 */
public final class Load implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final int BATCH = 20;
  private static final Duration PACE = Duration.ofMillis(200);

  /** How long a batch may take, whatever is struck meanwhile. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Histories histories;
  private final Doors doors;
  private final Book book = new Book();
  private final List<Client> clients = new ArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private volatile boolean stopping;

  /** Registers the county and starts the clients. */
  public Load(Stack stack, SmallCounty county, long seed) {
    histories = new Histories(county, seed);
    doors = new Doors(stack::doors, stack.adminKey(), PATIENCE);
    Register.all(county, doors);
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new Client(i));
    }
    clients.forEach(Thread::start);
  }

  /** What was posted and acknowledged so far. */
  public Book book() {
    return book;
  }

  /** Answers that no fault is a reason for, and how often each came. */
  public Map<String, Long> oddAnswers() {
    return doors.oddAnswers();
  }

  /** How many requests had to be sent again. */
  public long again() {
    return doors.again();
  }

  /**
   * Waits until every client has had a whole batch settled in the ledger that it began to post
   * after this moment; gives how long after it that was.
   *
   * @param since a value of {@link System#nanoTime}
   */
  public Duration awaitSettledSince(long since) {
    boolean all =
        Deadline.in(PATIENCE)
            .await(
                () ->
                    failure.get() != null
                        || clients.stream().allMatch(client -> client.hasSettledSince(since)));
    throwFailure();
    if (!all) {
      throw new IllegalStateException(
          "not every client had a batch settled within " + PATIENCE.toSeconds() + " s");
    }
    long last = clients.stream().mapToLong(client -> client.settledAt(since)).max().orElseThrow();
    return Duration.ofNanos(last - since);
  }

  /** Whether any client has had a batch settled that it began to post after this moment. */
  public boolean hasSettledSince(long since) {
    return clients.stream().anyMatch(client -> client.hasSettledSince(since));
  }

  /** Posts no more, and returns when all that was begun is settled. */
  public void finish() {
    stopping = true;
    for (Client client : clients) {
      try {
        client.join(PATIENCE.multipliedBy(2).toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    throwFailure();
  }

  private void throwFailure() {
    RuntimeException e = failure.get();
    if (e != null) {
      throw e;
    }
  }

  @Override
  public void close() {
    stopping = true;
    clients.forEach(Thread::interrupt);
  }

  private record Settled(long begun, long at) {}

  private final class Client extends Thread {
    private final Doors.Visitor doors;
    private final List<Settled> settled = new ArrayList<>();

    Client(int number) {
      super("client-" + number);
      this.doors = Load.this.doors.visitor(number);
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        while (!stopping && failure.get() == null) {
          one(histories.next(BATCH));
          Thread.sleep(PACE.toMillis());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
      }
    }

    private void one(List<Posted> batch) {
      ArrayNode events = JsonNodeFactory.instance.arrayNode();
      batch.forEach(event -> events.add(event.json()));
      book.posting(batch);
      long begun = System.nanoTime();
      JsonNode answer = doors.post(events);
      book.acknowledged(batch);
      Deadline deadline = Deadline.in(PATIENCE);
      while (!answer.path("state").asText().equals("done") && !deadline.passed()) {
        Doors.pause();
        answer = doors.capture(answer.path("capture").asText());
      }
      for (JsonNode event : answer.path("events")) {
        book.verdict(batch.get(event.path("index").asInt()), event.path("verdict").asText());
      }
      note(new Settled(begun, System.nanoTime()));
    }

    private synchronized void note(Settled one) {
      settled.add(one);
    }

    synchronized boolean hasSettledSince(long since) {
      return settled.stream().anyMatch(one -> one.begun() - since >= 0);
    }

    synchronized long settledAt(long since) {
      return settled.stream()
          .filter(one -> one.begun() - since >= 0)
          .mapToLong(Settled::at)
          .min()
          .orElseThrow();
    }
  }
}
