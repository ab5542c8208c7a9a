package org.shilian.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.simulator.client.Patience;
import org.shilian.simulator.client.PlatformException;
import org.shilian.simulator.truth.Rate;

class CountyRunTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Patience QUICK =
      new Patience(Duration.ofSeconds(10), Duration.ofMillis(1), Duration.ofMillis(5));

  private StandInServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StandInServer(TODAY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Settings settings(LocalTime now) {
    Clock clock =
        Clock.fixed(ZonedDateTime.of(TODAY, now, Settings.CHINA).toInstant(), Settings.CHINA);
    return Settings.of(server.url(), StandInServer.ADMIN_KEY)
        .withSize(Size.SMALL)
        .withUntil(TODAY)
        .withPatience(QUICK)
        .withClock(clock);
  }

  private RunResult run() {
    return new CountyRun(settings(LocalTime.of(23, 59))).run();
  }

  @Test
  void agreesWithAServerThatFollowsTheRules() {
    RunResult result = run();
    assertThat(result.differences()).isEmpty();
    assertThat(result.surprises()).isEmpty();
    assertThat(result.basis()).isEqualTo(RunResult.Basis.EMPTY);
    assertThat(result.posted()).isBetween(1_350L, 1_600L);
    assertThat(result.actual().refused()).isPositive();
    assertThat(result.actual().duplicate()).isPositive();
    assertThat(result.findings().rates().get(0).truth().numerator()).isPositive();
    assertThat(result.notYet()).isZero();
    assertThat(result.findings().flags()).anyMatch(flag -> flag.truth() > 0);
    assertThat(result.findings().traces()).anyMatch(trace -> trace.truth().holdings().size() > 5);
  }

  @Test
  void endsItsProgressWithAllOfTheEvents() {
    List<String> told = new ArrayList<>();
    Listener listener =
        new Listener() {
          @Override
          public void progress(long answered, long total) {
            told.add(answered + " of " + total);
          }
        };
    // at half past nine some of the last day's events are still to come
    RunResult result = new CountyRun(settings(LocalTime.of(9, 30)), listener).run();
    assertThat(result.notYet()).isPositive();
    assertThat(told).endsWith(result.posted() + " of " + result.posted());
  }

  @Test
  void findsTheServerWrongWhenATraceLacksAnEnd() {
    server.hidesAnEnd();
    assertThat(run().differences())
        .isNotEmpty()
        .allMatch(difference -> difference.matches("trace .* it lacks the end \\[.*"));
  }

  @Test
  void tellsAStoryOfAChainedBatchAndOfAGap() {
    Story story = run().story();
    assertThat(story.chainedBatch()).matches("/01/[0-9]{14}/10/[0-9A-Z-]+");
    assertThat(story.gapBatch()).matches("/01/[0-9]{14}/10/[0-9A-Z-]+");
    assertThat(story.lunchBatch()).matches("/01/[0-9]{14}/10/[0-9A-Z-]+");
    assertThat(story.farmBatch()).matches("/01/[0-9]{14}/10/[0-9A-Z-]+");
    assertThat(story.curl())
        .startsWith("curl -s -H 'Authorization: Bearer " + story.operatorKey() + "'")
        .contains("\"operator\":\"" + story.operatorUscc() + "\"")
        .endsWith("/api/v1/events'");
  }

  @Test
  void findsTheServerWrongWhenARateIsOffByOneLot() {
    server.lies(new Rate(1, 0, 0, 0));
    RunResult result = run();
    assertThat(result.differences())
        .hasSize(result.findings().rates().size())
        .anyMatch(
            difference ->
                difference.matches(
                    "缙云县: the server says \\d+ of \\d+ lots, with \\d+ immature and \\d+ void left out, "
                        + "the truth is \\d+ of \\d+ lots, .*"));
  }

  @Test
  void keepsCountThroughLostAnswersAndABusyServer() {
    server.losesAnswers(7);
    server.isBusy(5);
    RunResult result = run();
    assertThat(result.differences()).isEmpty();
    assertThat(result.actual().againDuplicates()).isPositive();
  }

  @Test
  void comparesOnlyWhatItAddedWhenTheServerHeldOtherData() {
    RunResult first = run();
    RunResult second = new CountyRun(settings(LocalTime.of(23, 59)).withSeed(2)).run();
    assertThat(first.differences()).isEmpty();
    assertThat(second.differences()).isEmpty();
    assertThat(second.basis()).isEqualTo(RunResult.Basis.MORE);
  }

  @Test
  void expectsOnlyDuplicatesOfARunThatIsAlreadyThere() {
    RunResult first = run();
    RunResult again = run();
    assertThat(again.basis()).isEqualTo(RunResult.Basis.REPLAYED);
    assertThat(again.differences()).isEmpty();
    assertThat(again.actual().accepted()).isZero();
    assertThat(again.actual().duplicate())
        .isEqualTo(first.actual().accepted() + first.actual().duplicate());
  }

  @Test
  void comparesTracesThoughAnotherRunHidesTheRates() {
    assertThat(run().differences()).isEmpty();
    assertThat(new CountyRun(settings(LocalTime.of(23, 59)).withSeed(2)).run().differences())
        .isEmpty();
    RunResult again = run();
    assertThat(again.basis()).isEqualTo(RunResult.Basis.UNCLEAR);
    assertThat(again.differences()).isEmpty();
    server.hidesAnEnd();
    assertThat(run().differences())
        .isNotEmpty()
        .allMatch(difference -> difference.matches("trace .* it lacks the end \\[.*"));
  }

  @Test
  void postsNothingThatHasNotHappenedYet() {
    RunResult result = new CountyRun(settings(LocalTime.of(0, 30))).run();
    assertThat(result.notYet()).isPositive();
    assertThat(result.differences()).isEmpty();
  }

  @Test
  void givesUpOnAServerThatIsNotThere() {
    URI nobody = server.url();
    server.close();
    Settings settings =
        Settings.of(nobody, "slk_x")
            .withSize(Size.SMALL)
            .withPatience(
                new Patience(Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofMillis(5)));
    assertThatThrownBy(() -> new CountyRun(settings).run())
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("no answer for");
  }

  @Test
  void writesTheStoryFileAndEndsWithZero(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("story.json");
    var printed = new ByteArrayOutputStream();
    String[] args = {
      "--url",
      server.url().toString(),
      "--admin-key",
      StandInServer.ADMIN_KEY,
      "--size",
      "small",
      "--until",
      TODAY.minusDays(1).toString(),
      "--json",
      file.toString()
    };
    int code = Simulate.run(args, new PrintStream(printed, true, StandardCharsets.UTF_8));
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("The server and the truth agree.")
        .contains("缙云县")
        .contains("receipt never written down");
    assertThat(code).isZero();
    var story = new ObjectMapper().readTree(file.toFile());
    assertThat(story.path("rates").get(0).path("name").asText()).isEqualTo("缙云县 chaining rate");
    assertThat(story.path("rates").get(0).path("rate").isNumber()).isTrue();
    assertThat(story.path("operatorKey").asText()).startsWith("slk_");
    assertThat(story.path("agrees").asBoolean()).isTrue();
  }

  @Test
  void endsWithTwoAndTheHelpWhenAnArgumentIsWrong() {
    var printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    assertThat(Simulate.run(new String[] {"--admin-key", "k", "--size", "tiny"}, out)).isEqualTo(2);
    assertThat(Simulate.run(new String[] {"--fast"}, out)).isEqualTo(2);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("size tiny: must be small, demo, large or a number of events")
        .contains("--fast: is no argument of this program");
  }
}
