package org.shilian.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.shilian.simulator.client.Patience;
import org.shilian.simulator.county.Dice;

/**
 * What to simulate, and against which server.
 *
 * @param url of the server, without a path
 * @param adminKey an API key with the role admin
 * @param until last simulated day
 * @param rate most events per second; 0 is no limit
 * @param connections requests in flight
 * @param clock what it is now; an event of the last day that is still to come is not posted
 */
public record Settings(
    URI url,
    String adminKey,
    Size size,
    long seed,
    LocalDate until,
    double rate,
    int connections,
    Patience patience,
    Clock clock) {

  public static final long USUAL_SEED = 331122;
  public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final String TAG_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  public Settings {
    if (rate < 0) {
      throw new IllegalArgumentException("rate " + rate + ": must not be negative");
    }
    if (connections < 1) {
      throw new IllegalArgumentException("connections " + connections + ": must be at least 1");
    }
  }

  /** The demo county, up to today. */
  public static Settings of(URI url, String adminKey) {
    Clock clock = Clock.system(CHINA);
    return new Settings(
        url, adminKey, Size.DEMO, USUAL_SEED, LocalDate.now(clock), 0, 4, Patience.USUAL, clock);
  }

  public Settings withSize(Size other) {
    return new Settings(url, adminKey, other, seed, until, rate, connections, patience, clock);
  }

  public Settings withSeed(long other) {
    return new Settings(url, adminKey, size, other, until, rate, connections, patience, clock);
  }

  public Settings withUntil(LocalDate other) {
    return new Settings(url, adminKey, size, seed, other, rate, connections, patience, clock);
  }

  public Settings withRate(double other) {
    return new Settings(url, adminKey, size, seed, until, other, connections, patience, clock);
  }

  public Settings withConnections(int other) {
    return new Settings(url, adminKey, size, seed, until, rate, other, patience, clock);
  }

  public Settings withPatience(Patience other) {
    return new Settings(url, adminKey, size, seed, until, rate, connections, other, clock);
  }

  public Settings withClock(Clock other) {
    return new Settings(url, adminKey, size, seed, until, rate, connections, patience, other);
  }

  LocalDate first() {
    return until.minusDays(size.days() - 1L);
  }

  /** Five characters in every lot number of this run, so that two runs share no lot. */
  String tag() {
    long shape = Dice.mix(size.events(), size.operators() * 10_000L + size.days());
    long hash = Dice.mix(Dice.mix(seed, shape), until.toEpochDay());
    StringBuilder tag = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      tag.append(TAG_ALPHABET.charAt((int) ((hash >>> (5 * i)) & 31)));
    }
    return tag.toString();
  }
}
