package org.shilian.faults.scenario;

import java.util.List;
import org.shilian.faults.stack.Shape;

/**
 * A stack and what strikes it.
 *
 * @param name for {@code --only}
 * @param shape what runs
 * @param first strikes in this order, once each
 * @param then strikes at random after that, while there is time
 */
public record Scenario(String name, Shape shape, List<Fault> first, List<Fault> then) {
  private static final int SMALL_DISK_MB = 640;

  /** Every scenario of the long run. */
  public static final List<Scenario> ALL =
      List.of(
          kills("server", Fault.KILL_SERVER),
          new Scenario(
              "broker",
              Shape.ONE_OF_EACH,
              List.of(Fault.KILL_BROKER),
              List.of(Fault.KILL_BROKER, Fault.KILL_BROKER, Fault.BROKER_AWAY)),
          new Scenario(
              "postgres",
              Shape.ONE_OF_EACH,
              List.of(Fault.KILL_POSTGRES, Fault.POSTGRES_AWAY),
              List.of(Fault.KILL_POSTGRES, Fault.KILL_POSTGRES, Fault.POSTGRES_AWAY)),
          kills("backend", Fault.KILL_BACKEND),
          new Scenario(
              "together",
              Shape.ONE_OF_EACH,
              List.of(Fault.KILL_ALL),
              List.of(Fault.KILL_TOGETHER, Fault.KILL_TOGETHER, Fault.KILL_ALL)),
          new Scenario(
              "three-brokers",
              new Shape(3, 1, 0),
              List.of(Fault.KILL_LEADER),
              List.of(Fault.KILL_LEADER)),
          new Scenario(
              "two-servers",
              new Shape(1, 1, 0),
              List.of(Fault.JOIN, Fault.FREEZE_SERVER, Fault.KILL_SERVER),
              List.of(Fault.FREEZE_SERVER, Fault.KILL_SERVER, Fault.KILL_BACKEND)),
          new Scenario(
              "disk-full",
              new Shape(1, 1, SMALL_DISK_MB),
              List.of(Fault.FILL_DISK),
              List.of(Fault.FILL_DISK)),
          new Scenario(
              "poison",
              Shape.ONE_OF_EACH,
              List.of(Fault.poison(Integer.MAX_VALUE)),
              List.of(Fault.KILL_BACKEND)));

  /** Some of everything on one stack, as long as a build may wait for it. */
  public static final Scenario SHORT =
      new Scenario(
          "short",
          Shape.ONE_OF_EACH,
          List.of(
              Fault.KILL_BACKEND,
              Fault.POISON,
              Fault.JOIN,
              Fault.FREEZE_SERVER,
              Fault.KILL_BROKER,
              Fault.KILL_ALL),
          List.of());

  private static Scenario kills(String name, Fault fault) {
    return new Scenario(name, Shape.ONE_OF_EACH, List.of(fault), List.of(fault));
  }
}
