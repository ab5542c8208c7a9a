package org.shilian.tlog.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.note.SignatureType;
import org.shilian.tlog.note.Signer;
import org.shilian.tlog.note.TrustedLog;
import org.shilian.tlog.tile.MemoryFiles;
import org.shilian.tlog.tile.TilePath;
import org.shilian.tlog.tile.TileWriter;

class EventsInExportTest {
  private static final String ORIGIN = "log.example/ledger/0";
  private static final Signer LOG = Signer.generate(ORIGIN, SignatureType.ED25519);
  private static final TrustedLog TRUSTED = new TrustedLog(ORIGIN, LOG.key());
  private static final int SIZE = 300;

  @Test
  void provesTheEventsThatEntriesName() throws IOException {
    Verdict verdict = verify(export(events()));
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.intact()).isTrue();
    assertThat(verdict.withEvents()).isTrue();
  }

  @Test
  void letsThemAllBeLeftOutButNotSome() throws IOException {
    MemoryFiles export = export(events());
    MemoryFiles some = export.copy();
    some.map.remove("event/001.p/44.json-seq");
    assertThat(verify(some).findings())
        .extracting(Finding::message)
        .containsExactly("file event/001.p/44.json-seq: is missing");
    export.map.keySet().removeIf(path -> path.startsWith("event/"));
    Verdict verdict = verify(export);
    assertThat(verdict.intact()).isTrue();
    assertThat(verdict.withEvents()).isFalse();
  }

  @Test
  void namesEachEventThatWasChangedOrTakenOut() throws IOException {
    MemoryFiles export = export(events());
    for (int i = 0; i < 256; i++) {
      List<byte[]> changed = events();
      changed.set(i, "{\"event\":\"another\"}".getBytes(UTF_8));
      assertThat(messages(export, changed))
          .containsExactly("the event of entry " + i + " is changed or missing");
      List<byte[]> fewer = events();
      byte[] gone = fewer.remove(i);
      fewer.add(255, gone);
      if (i < 255) {
        assertThat(messages(export, fewer)).isNotEmpty();
      }
    }
  }

  @Test
  void findsWhatCameInAndWhatChangedPlaces() throws IOException {
    MemoryFiles export = export(events());
    List<byte[]> more = new ArrayList<>(events().subList(0, 256));
    more.add(17, "{}".getBytes(UTF_8));
    MemoryFiles with = export.copy();
    with.map.put("event/000.json-seq", sequence(more));
    assertThat(verify(with).findings())
        .extracting(Finding::message)
        .containsExactly(
            "event/000.json-seq has 1 events that no entry names, and 1 more than there are entries");
    List<byte[]> exchanged = events();
    Collections.swap(exchanged, 3, 4);
    assertThat(messages(export, exchanged))
        .containsExactly("the event of entry 4 is behind later ones");
  }

  @Test
  void noticesEveryByteOfAnEventThatIsNotAsItWas() throws IOException {
    MemoryFiles export = export(events());
    String path = "event/001.p/44.json-seq";
    byte[] whole = export.map.get(path);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x20;
      MemoryFiles with = export.copy();
      with.map.put(path, changed);
      assertThat(verify(with).intact()).as("byte %d", at).isFalse();
      with.map.put(path, java.util.Arrays.copyOf(whole, at));
      assertThat(verify(with).intact()).as("cut at %d", at).isFalse();
    }
  }

  @Test
  void readsEventsLongerThanABlockAndWithLinesInThem() throws IOException {
    Random random = new Random(6);
    List<byte[]> events = events();
    for (int length : new int[] {8190, 8191, 8192, 8193, 100_000}) {
      StringBuilder text = new StringBuilder("{\n");
      while (text.length() < length - 1) {
        text.append(random.nextInt(10) == 0 ? '\n' : ' ');
      }
      events.set(length % SIZE, text.append("}").toString().getBytes(UTF_8));
    }
    assertThat(verify(export(events)).findings()).isEmpty();
  }

  private static List<String> messages(MemoryFiles export, List<byte[]> events) throws IOException {
    MemoryFiles with = export.copy();
    with.map.put("event/000.json-seq", sequence(events.subList(0, 256)));
    return verify(with).findings().stream().map(Finding::message).toList();
  }

  private static Verdict verify(MemoryFiles files) throws IOException {
    return new ExportVerifier(TRUSTED).verify(files);
  }

  private static List<byte[]> events() {
    List<byte[]> events = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      events.add(("{\"event\":" + i + "}").getBytes(UTF_8));
    }
    return events;
  }

  private static MemoryFiles export(List<byte[]> events) throws IOException {
    MemoryFiles files = new MemoryFiles();
    TileWriter writer = new TileWriter(files);
    for (byte[] event : events) {
      writer.append((sha256(event) + "\nhere and then\n").getBytes(UTF_8));
    }
    writer.flush();
    for (int begin = 0; begin < events.size(); begin += TilePath.FULL) {
      int end = Math.min(events.size(), begin + TilePath.FULL);
      TilePath bundle = new TilePath(TilePath.ENTRIES, begin / TilePath.FULL, end - begin);
      files.map.put(EventSequence.path(bundle), sequence(events.subList(begin, end)));
    }
    Checkpoint checkpoint = new Checkpoint(ORIGIN, writer.size(), writer.root());
    files.write("checkpoint", checkpoint.signed(LOG).bytes());
    return files;
  }

  private static byte[] sequence(List<byte[]> events) {
    ByteArrayOutputStream sequence = new ByteArrayOutputStream();
    events.forEach(event -> EventSequence.write(event, sequence));
    return sequence.toByteArray();
  }

  private static String sha256(byte[] event) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(event));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
