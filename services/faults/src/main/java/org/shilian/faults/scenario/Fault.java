package org.shilian.faults.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.shilian.chain.topic.EventTopic;
import org.shilian.embedded.process.Deadline;
import org.shilian.faults.load.Load;
import org.shilian.faults.stack.Broker;
import org.shilian.faults.stack.Instance;
import org.shilian.faults.stack.Part;
import org.shilian.faults.stack.Postgres;
import org.shilian.faults.stack.Side;
import org.shilian.faults.stack.SmallDisk;

/**
 * Something that happens to a stack.
 *
 * @param name what a person calls it
 * @param strike does it, and brings back what it ended as an init system would
 */
public record Fault(String name, Consumer<Site> strike) {
  private static final int SESSION_TIMEOUT_MS = 10_000;
  private static final int LONGEST_DOWN_MS = 4_000;
  private static final int LONG_AWAY_MS = 15_000;
  private static final int MOST_ATTEMPTS = 60;
  private static final int HELD_MS = 150;
  private static final int STALLED_MS = 2_000;
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);

  /** SIGKILL to a server. */
  public static final Fault KILL_SERVER =
      new Fault("SIGKILL server", site -> killed(site, site.oneOf(site.stack().servers())));

  /** SIGKILL to a broker. */
  public static final Fault KILL_BROKER =
      new Fault("SIGKILL broker", site -> killed(site, site.oneOf(site.stack().brokers().all())));

  /** SIGKILL to the broker that leads some partition of some topic of events. */
  public static final Fault KILL_LEADER =
      new Fault(
          "SIGKILL leader",
          site -> {
            String topic = site.stack().topics().of(site.oneOf(List.of(EventTopic.values())));
            Broker leader = site.stack().brokers().leaderOf(topic, site.random());
            leader.kill9();
            // long enough for the others to elect, or not
            Site.pause(site.millis(0, 15_000));
            leader.bringBack();
          });

  /** SIGKILL to the database's first process. */
  public static final Fault KILL_POSTGRES =
      new Fault("SIGKILL postmaster", site -> killed(site, site.stack().postgres()));

  /** SIGKILL to a broker, brought back when every client has long been told to come again. */
  public static final Fault BROKER_AWAY =
      new Fault("broker away", site -> away(site, site.oneOf(site.stack().brokers().all())));

  /** SIGKILL to the database, brought back when nothing is remembered of it any more. */
  public static final Fault POSTGRES_AWAY =
      new Fault("PostgreSQL away", site -> away(site, site.stack().postgres()));

  /** SIGKILL to a database process that serves a client; the database then restarts all of them. */
  public static final Fault KILL_BACKEND =
      new Fault(
          "SIGKILL backend",
          site -> {
            Postgres postgres = site.stack().postgres();
            boolean struck =
                Deadline.in(LONGEST_RECOVERY).await(() -> postgres.killBackend(site.random()));
            if (!struck) {
              throw new IllegalStateException("the database serves nobody");
            }
          });

  /** SIGKILL to two processes or more within half a second, brought back in random order. */
  public static final Fault KILL_TOGETHER =
      new Fault("SIGKILL several", site -> together(site, 2 + site.random().nextInt(2)));

  /** SIGKILL to all processes. */
  public static final Fault KILL_ALL =
      new Fault("SIGKILL all", site -> together(site, site.stack().parts().size()));

  /** One more server comes, and takes its share of the partitions in mid-batch. */
  public static final Fault JOIN =
      new Fault(
          "a server joins",
          site -> {
            var unused = site.stack().join();
          });

  /**
   * SIGSTOP to a server, in the middle of a transaction if that can be hit, until the others have
   * its partitions and go on, and for longer than its session with Kafka lasts; then SIGCONT: it
   * wakes up with a batch in its hands that is not its own any more.
   */
  public static final Fault FREEZE_SERVER =
      new Fault(
          "SIGSTOP server, SIGCONT late",
          site -> {
            Instance instance = site.oneOf(site.stack().servers());
            long since = System.nanoTime();
            try {
              site.note(
                  freezeInMidBatch(site, instance)
                      ? "a server stood still in mid-transaction"
                      : "a server stood still between two transactions");
              Site.pause(SESSION_TIMEOUT_MS + site.millis(500, 4_000));
              if (site.stack().servers().size() > 1) {
                var unused = site.load().awaitSettledSince(since);
              }
            } finally {
              instance.thaw();
            }
          });

  /**
   * Whether the server stands still with a transaction open; if not, it stands still all the same.
   */
  private static boolean freezeInMidBatch(Site site, Instance instance) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      instance.freeze();
      Site.pause(HELD_MS);
      if (site.stack().postgres().holdsTransactionFor(HELD_MS / 2)) {
        return true;
      }
      instance.thaw();
      Site.pause(site.millis(5, 60));
    }
    instance.freeze();
    return false;
  }

  /**
   * No byte is left on the database's disk, until the clients notice and for some seconds more.
   * Recovery is measured from when there is room again.
   */
  public static final Fault FILL_DISK =
      new Fault(
          "disk full",
          site -> {
            SmallDisk disk = site.stack().disk().orElseThrow();
            Postgres postgres = site.stack().postgres();
            disk.fill();
            boolean bites =
                Deadline.in(LONGEST_RECOVERY).await(() -> hasStalled(site.load(), postgres));
            if (!bites) {
              throw new IllegalStateException("the database does without the disk");
            }
            Site.pause(site.millis(1_000, 8_000));
            boolean ended = !postgres.isAlive();
            disk.empty();
            site.fromNow();
            if (ended) {
              site.note("PostgreSQL ended for want of room");
            }
            // it may be about to end, too
            Site.pause(1_000);
            postgres.bringBack();
          });

  /** Whether nothing is settled any more; takes the database's log its next file meanwhile. */
  private static boolean hasStalled(Load load, Postgres postgres) {
    long since = System.nanoTime();
    postgres.switchLogFile();
    Site.pause(STALLED_MS);
    return !load.hasSettledSince(since);
  }

  /** Some hundreds of poison records, on all topics. */
  public static final Fault POISON = poison(500);

  /** So many poison records, on all topics. */
  public static Fault poison(int records) {
    return new Fault(
        "poison records",
        site -> {
          int sent = site.poisoner().send(records);
          site.note(sent + " of " + site.poisoner().prepared() + " poison records");
        });
  }

  private static void killed(Site site, Part part) {
    part.kill9();
    Site.pause(site.millis(0, LONGEST_DOWN_MS));
    part.bringBack();
  }

  private static void away(Site site, Part part) {
    part.kill9();
    Site.pause(LONG_AWAY_MS + site.millis(0, LONG_AWAY_MS));
    site.fromNow();
    part.bringBack();
  }

  private static void together(Site site, int count) {
    List<Part> parts = new ArrayList<>(site.stack().parts());
    Random random = site.random();
    Collections.shuffle(parts, random);
    List<Part> struck = parts.subList(0, Math.min(count, parts.size()));
    for (Part part : struck) {
      part.kill9();
      Site.pause(random.nextInt(250));
    }
    List<Part> order = new ArrayList<>(struck);
    Collections.shuffle(order, random);
    List<Runnable> starts = new ArrayList<>();
    int after = 0;
    for (Part part : order) {
      int wait = after;
      starts.add(
          () -> {
            Site.pause(wait);
            part.bringBack();
          });
      after += random.nextInt(2_000);
    }
    Side.run(starts);
  }
}
