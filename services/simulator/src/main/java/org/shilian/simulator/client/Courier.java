package org.shilian.simulator.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A few connections that carry parcels side by side. Parcels of one lane arrive in the order they
 * were handed over, so an operator stays on one lane. Whoever hands over waits when a lane is full,
 * and a lane waits when the server is too far behind: memory stays bounded.
 */
public final class Courier implements AutoCloseable {
  private static final int WAITING_PARCELS = 4;
  private static final int UNDECIDED_CAPTURES = 8;
  private static final Duration FIRST_LOOK = Duration.ofMillis(20);
  private static final Duration LAST_LOOK = Duration.ofMillis(500);

  private final Platform platform;
  private final Duration longestDecision;
  private final Tally tally = new Tally();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final List<Lane> lanes = new ArrayList<>();

  /**
   * Starts the lanes.
   *
   * @param longestDecision how long a capture may stay undecided
   */
  public Courier(Platform platform, int connections, Duration longestDecision) {
    this.platform = platform;
    this.longestDecision = longestDecision;
    for (int i = 0; i < connections; i++) {
      Lane lane = new Lane("courier-" + i);
      lanes.add(lane);
      lane.start();
    }
  }

  /**
   * Hands over a parcel; returns when a lane has room for it.
   *
   * @throws PlatformException when a lane has failed
   */
  public void hand(int operator, Parcel parcel) {
    BlockingQueue<Parcel> queue = lanes.get(operator % lanes.size()).queue;
    try {
      while (!queue.offer(parcel, 200, TimeUnit.MILLISECONDS)) {
        throwFailure();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted", e);
    }
    throwFailure();
  }

  /** How many events have an answer, if only a preliminary one. */
  public long answered() {
    return answered.get();
  }

  /**
   * Waits until everything handed over has its final verdict.
   *
   * @param meanwhile called a few times a second
   * @throws PlatformException when a lane has failed
   */
  public Tally finish(Runnable meanwhile) {
    lanes.forEach(lane -> lane.last = true);
    try {
      for (Lane lane : lanes) {
        while (lane.isAlive()) {
          lane.join(200);
          meanwhile.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted", e);
    }
    throwFailure();
    return tally;
  }

  private void throwFailure() {
    RuntimeException e = failure.get();
    if (e != null) {
      throw e;
    }
  }

  /** Ends the lanes, whatever they still carry. */
  @Override
  public void close() {
    lanes.forEach(Thread::interrupt);
  }

  private final class Lane extends Thread {
    final BlockingQueue<Parcel> queue = new ArrayBlockingQueue<>(WAITING_PARCELS);
    private final Deque<Verdicts> undecided = new ArrayDeque<>();
    volatile boolean last;

    Lane(String name) {
      super(name);
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        while (failure.get() == null) {
          Parcel parcel = queue.poll(50, TimeUnit.MILLISECONDS);
          if (parcel != null) {
            carry(parcel);
          } else if (last && queue.isEmpty()) {
            // nothing is handed over once `last` is set, so empty means done
            break;
          }
        }
        while (!undecided.isEmpty() && failure.get() == null) {
          decide(undecided.remove());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
      }
    }

    private void carry(Parcel parcel) {
      Answer answer =
          platform.postEvents(
              parcel.key(),
              parcel.filings().stream().map(filing -> filing.event().toJson()).toList());
      Verdicts verdicts = Verdicts.of(parcel, answer);
      answered.addAndGet(verdicts.size());
      undecided.add(verdicts);
      if (undecided.size() > UNDECIDED_CAPTURES) {
        decide(undecided.remove());
      }
    }

    private void decide(Verdicts verdicts) {
      String capture = verdicts.capture();
      long deadline = System.nanoTime() + longestDecision.toNanos();
      Duration pause = FIRST_LOOK;
      while (capture != null) {
        Answer answer = platform.capture(verdicts.key(), capture);
        if (answer.body().path("state").asText().equals("done")) {
          verdicts.take(answer.body().path("events"));
          break;
        }
        if (System.nanoTime() > deadline) {
          throw new PlatformException(
              "capture " + capture + ": not done after " + longestDecision.toSeconds() + " s");
        }
        Wire.sleep(pause);
        pause = pause.multipliedBy(2).compareTo(LAST_LOOK) > 0 ? LAST_LOOK : pause.multipliedBy(2);
      }
      verdicts.addTo(tally);
    }
  }
}
