package org.shilian.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;

class CheckpointTest {
  private static final String ORIGIN = "log.example/ledger/0";
  private static final Hash ROOT =
      Hash.fromHex("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 8, ROOT);
  private static final Instant COSIGNED = Instant.ofEpochSecond(1_764_032_400);

  /** Computed with another implementation of Ed25519 and SHA-256 (OpenSSL's). */
  private static final String SIGNED =
      """
      log.example/ledger/0
      8
      XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

      — log.example/ledger/0 gCu3Hl/PHRDu9n0THKrqN7vtTRkbsdP9pXlnyP9wYGIIIvcy989spG2dZ+MaXli89eZ\
      J6en4Rcub3rKQQzrTQupEPAY=
      — witness.example/w1 IDJKvgAAAABpJP+QZH1/HRROytiqIeKxs0Rr/2E7cjlVI52ytoZ3rj3asTE1OOH5uR9qB\
      8lD8xDVJCJGRw/cv3E/e87lRwEUPFw5AA==
      """;

  private static final TrustedLog WITNESSED =
      new TrustedLog(ORIGIN, Keys.LOG.key(), List.of(Keys.WITNESS.key()), 1);

  @Test
  void readsTheExampleOfTheSpecification() {
    Checkpoint checkpoint =
        Checkpoint.parse(
            """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """);
    assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
    assertThat(checkpoint.size()).isEqualTo(20_852_163);
    assertThat(checkpoint.root())
        .hasToString("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62");
    assertThat(checkpoint.extensions()).isEmpty();
  }

  @Test
  void signsAndCosignsAsAnotherImplementationDoes() {
    SignedNote note =
        CHECKPOINT.signed(Keys.LOG).with(Keys.WITNESS.cosign(CHECKPOINT, COSIGNED.plusMillis(999)));
    assertThat(note).hasToString(SIGNED);
    assertThat(WITNESSED.open(note.bytes())).isEqualTo(CHECKPOINT);
    assertThat(note.verify(List.of(Keys.WITNESS.key())))
        .containsExactly(
            new VerifiedSignature(Keys.WITNESS.key(), OptionalLong.of(COSIGNED.getEpochSecond())));
  }

  /** The signature lines of keys that are not known can be changed at will, nothing else can. */
  @Test
  void refusesASignedCheckpointWithAnyByteChanged() {
    byte[] note = SIGNED.getBytes(UTF_8);
    for (int at = 0; at < note.length; at++) {
      byte[] changed = note.clone();
      changed[at] ^= (byte) (1 << at % 8);
      assertThatThrownBy(() -> WITNESSED.open(changed))
          .as("byte %d", at)
          .isInstanceOf(LogDataException.class);
    }
    for (int length = 0; length < note.length; length++) {
      byte[] cut = Arrays.copyOf(note, length);
      assertThatThrownBy(() -> WITNESSED.open(cut)).isInstanceOf(LogDataException.class);
    }
  }

  @Test
  void asksForTheLogsSignatureAndTheQuorum() {
    SignedNote byTheLog = CHECKPOINT.signed(Keys.LOG);
    SignedNote byTheWitness =
        SignedNote.unsigned(CHECKPOINT.text()).with(Keys.WITNESS.cosign(CHECKPOINT, COSIGNED));
    assertThat(new TrustedLog(ORIGIN, Keys.LOG.key()).open(byTheLog.bytes())).isEqualTo(CHECKPOINT);
    assertThatThrownBy(() -> WITNESSED.open(byTheLog.bytes()))
        .hasMessage("checkpoint: has 0 cosignatures, expected 1");
    assertThatThrownBy(() -> WITNESSED.open(byTheWitness.bytes()))
        .hasMessage("checkpoint: is not signed by " + Keys.LOG.key());
    assertThatThrownBy(
            () -> new TrustedLog("log.example/ledger/1", Keys.LOG.key()).open(byTheLog.bytes()))
        .hasMessage("origin log.example/ledger/0: expected log.example/ledger/1");
  }

  @Test
  void countsAWitnessOnceHoweverOftenItSigned() {
    Signer second = Signer.generate("witness.example/w2", SignatureType.COSIGNATURE);
    TrustedLog two =
        new TrustedLog(ORIGIN, Keys.LOG.key(), List.of(Keys.WITNESS.key(), second.key()), 2);
    String twice = SIGNED + Keys.WITNESS.cosign(CHECKPOINT, COSIGNED.plusSeconds(1)) + "\n";
    assertThatThrownBy(() -> two.open(twice.getBytes(UTF_8)))
        .hasMessage("checkpoint: has 1 cosignatures, expected 2");
    String both = SIGNED + second.cosign(CHECKPOINT, COSIGNED) + "\n";
    assertThat(two.open(both.getBytes(UTF_8))).isEqualTo(CHECKPOINT);
  }

  @Test
  void refusesToTrustWhatCannotBeTold() {
    VerifierKey log = Keys.LOG.key();
    VerifierKey witness = Keys.WITNESS.key();
    VerifierKey sameKey = new VerifierKey("other", SignatureType.COSIGNATURE, log.publicKey());
    assertThatThrownBy(() -> new TrustedLog(ORIGIN, log, List.of(witness), 2))
        .hasMessage("quorum 2: not of 1 witnesses");
    assertThatThrownBy(() -> new TrustedLog(ORIGIN, log, List.of(witness, witness), 1))
        .hasMessage("witness witness.example/w1: is not a further one");
    assertThatThrownBy(() -> new TrustedLog(ORIGIN, log, List.of(sameKey), 1))
        .hasMessage("witness other: is not a further one");
    assertThatThrownBy(() -> new TrustedLog(ORIGIN, log, List.of(Keys.PETERS), 1))
        .hasMessage("witness PeterNeumann: does not cosign");
    assertThatThrownBy(() -> new TrustedLog(ORIGIN, witness))
        .hasMessage("log key witness.example/w1: is a witness's");
    assertThatThrownBy(() -> Keys.LOG.cosign(CHECKPOINT, COSIGNED))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Keys.WITNESS.cosign(CHECKPOINT, Instant.ofEpochSecond(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsExtensionLines() {
    Checkpoint extended = new Checkpoint("a b+c", 0, Hash.EMPTY_TREE, List.of("x", " y "));
    assertThat(Checkpoint.parse(extended.text())).isEqualTo(extended);
    assertThat(new Checkpoint("a", Long.MAX_VALUE, ROOT).text())
        .contains("\n9223372036854775807\n");
  }

  @Test
  void refusesMalformedCheckpoints() {
    String root = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=";
    assertMalformed("", "does not end with a newline");
    assertMalformed("a\n8\n" + root, "does not end with a newline");
    assertMalformed("a\n8\n", "has fewer than three lines");
    assertMalformed("\n8\n" + root + "\n", "origin: is not one line with something in it");
    assertMalformed("a\n08\n" + root + "\n", "tree size 08: is not a decimal");
    assertMalformed("a\n+8\n" + root + "\n", "is not a decimal");
    assertMalformed("a\n-8\n" + root + "\n", "is not a decimal");
    assertMalformed("a\n٨\n" + root + "\n", "is not a decimal");
    assertMalformed("a\n\n" + root + "\n", "tree size: is not a decimal");
    assertMalformed("a\n9223372036854775808\n" + root + "\n", "is larger than 2^63 - 1");
    assertMalformed("a\n" + "9".repeat(100_000) + "\n" + root + "\n", "is larger than 2^63 - 1");
    assertMalformed("a\n8\n" + root.replace("=", "") + "\n", "canonical");
    assertMalformed("a\n8\n" + root.replace("g=", "h=") + "\n", "canonical");
    assertMalformed("a\n8\nAAAA\n", "root hash AAAA: is not of 32 bytes");
    assertMalformed("a\n8\n" + root + "\n\n", "extension line: is not one line");
    assertThatThrownBy(() -> new Checkpoint("a", -1, ROOT)).hasMessage("tree size -1: is negative");
    assertThatThrownBy(() -> new Checkpoint("a\nb", 1, ROOT)).isInstanceOf(LogDataException.class);
  }

  @Test
  void readsBackOrRefusesWhateverItIsGiven() {
    Random random = new Random(3);
    String alphabet = "\n\n\n019aZ/+= 食";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder(CHECKPOINT.text());
      for (int i = random.nextInt(3); i >= 0; i--) {
        text.setCharAt(
            random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        assertThat(Checkpoint.parse(text.toString()).text()).isEqualTo(text.toString());
      } catch (LogDataException e) {
        assertThat(e.rule()).isNotEmpty();
      }
    }
  }

  private static void assertMalformed(String text, String rule) {
    assertThatThrownBy(() -> Checkpoint.parse(text))
        .isInstanceOf(LogDataException.class)
        .hasMessageContaining(rule);
  }
}
