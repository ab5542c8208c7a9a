package org.shilian.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shilian.tlog.LogDataException;

/** The published values are those of golang.org/x/mod/sumdb/note, where the format comes from. */
class SignedNoteTest {
  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;

  private static final String PETERS_LINE =
      """
      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotp\
      RZb6KE6RyyBwJnAM=
      """;

  private static final String ENOCHS_LINE =
      """
      — EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox\
      33WWd1RvMc+QQ=
      """;

  private static final String NOTE = TEXT + "\n" + PETERS_LINE;

  private static final List<VerifierKey> BOTH = List.of(Keys.PETERS, Keys.ENOCHS);

  @Test
  void signsAsPublished() {
    Signer signer = new Signer(Keys.PETERS, Keys.PETER);
    assertThat(SignedNote.unsigned(TEXT).with(signer.sign(TEXT))).hasToString(NOTE);
    assertThat(SignedNote.parse(NOTE.getBytes(UTF_8)).with(signer.sign(TEXT))).hasToString(NOTE);
  }

  @Test
  void verifiesThePublishedSignatures() {
    SignedNote note = parse(NOTE + ENOCHS_LINE);
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.verify(BOTH))
        .containsExactly(
            new VerifiedSignature(Keys.PETERS, OptionalLong.empty()),
            new VerifiedSignature(Keys.ENOCHS, OptionalLong.empty()));
    assertThat(note.verify(List.of(Keys.ENOCHS))).hasSize(1);
    assertThat(note.verify(List.of())).isEmpty();
    assertThat(note.bytes()).isEqualTo((NOTE + ENOCHS_LINE).getBytes(UTF_8));
  }

  @Test
  void passesOverSignaturesOfOthersThatShareANameOrAnId() {
    NoteSignature peters = parse(NOTE).signatures().get(0);
    SignedNote note =
        parse(NOTE)
            .with(new NoteSignature("PeterNeumann", 1, new byte[0]))
            .with(new NoteSignature("Mallory", peters.keyId(), new byte[64]));
    assertThat(note.signatures()).hasSize(3);
    assertThat(parse(note.toString()).verify(BOTH)).hasSize(1);
  }

  @Test
  void refusesTheWholeWhenASignatureOfAKnownKeyIsWrong() {
    NoteSignature peters = parse(NOTE).signatures().get(0);
    byte[] payload = peters.payload();
    for (int bit = 0; bit < 8 * payload.length; bit++) {
      byte[] changed = payload.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertRefused(changed, "signature of PeterNeumann: does not verify");
    }
    for (int length = 0; length < payload.length; length++) {
      assertRefused(Arrays.copyOf(payload, length), "signature of PeterNeumann: does not verify");
    }
    assertRefused(Arrays.copyOf(payload, 65), "signature of PeterNeumann: does not verify");
    byte[] outOfRange = payload.clone();
    Arrays.fill(outOfRange, 32, 64, (byte) 0xff);
    assertRefused(outOfRange, "signature of PeterNeumann: does not verify");
  }

  private static void assertRefused(byte[] payload, String message) {
    SignedNote note =
        parse(NOTE + ENOCHS_LINE)
            .with(new NoteSignature("PeterNeumann", Keys.PETERS.id(), payload));
    assertThatThrownBy(() -> note.verify(BOTH))
        .isInstanceOf(LogDataException.class)
        .hasMessage(message);
  }

  @Test
  void refusesEveryOtherText() {
    byte[] bytes = NOTE.getBytes(UTF_8);
    int text = TEXT.getBytes(UTF_8).length;
    for (int bit = 0; bit < 8 * text; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> SignedNote.parse(changed).verify(BOTH))
          .isInstanceOf(LogDataException.class);
    }
  }

  @Test
  void refusesMalformedNotes() {
    assertMalformed(TEXT, "has no blank line");
    assertMalformed(TEXT + "\n", "has no signature");
    assertMalformed(NOTE.substring(0, NOTE.length() - 1), "does not end with a newline");
    assertMalformed("\u0001" + NOTE, "note U+0001 at 0: is a control character");
    assertMalformed(NOTE.replace("\n", "\r\n"), "is a control character");
    assertMalformed(TEXT + "\n" + PETERS_LINE.replace("PeterNeumann", "Bad Name"), "base64");
    assertMalformed(NOTE + "Unexpected line.\n", "is not of the form em dash, key name, base64");
    assertMalformed(NOTE + "\n", "has no signature");
    assertMalformed(TEXT + "\n— a\u00a0b AAAAAA==\n", "has a space or a plus sign");
    assertMalformed(TEXT + "\n— a+b AAAAAA==\n", "has a space or a plus sign");
    assertMalformed(TEXT + "\n—  AAAAAA==\n", "key name: is empty");
    assertMalformed(TEXT + "\n— a AAAA\n", "is too short to have a key id");
    assertMalformed(TEXT + "\n— a AAAAAA\n", "canonical");
    assertMalformed(TEXT + "\n— a AAAAAB==\n", "canonical");
    assertMalformed(TEXT + "\n— a AAAAA_==\n", "is not base64");
    assertMalformed(NOTE + PETERS_LINE.repeat(64), "has more than 64 signatures");
    assertThat(parse(NOTE + PETERS_LINE.repeat(63)).verify(BOTH)).hasSize(64);
    byte[] latin = NOTE.replace("problem", "probl\u00e8me").getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> SignedNote.parse(latin)).hasMessage("note: is not UTF-8");
    assertThatThrownBy(() -> SignedNote.parse(new byte[SignedNote.LONGEST + 1]))
        .hasMessage("note 1048577 bytes: is longer than 1048576");
    assertThatThrownBy(() -> SignedNote.unsigned("abc")).isInstanceOf(LogDataException.class);
    assertThatThrownBy(() -> SignedNote.unsigned("\ud800\n")).isInstanceOf(LogDataException.class);
  }

  private static void assertMalformed(String note, String rule) {
    assertThatThrownBy(() -> parse(note))
        .isInstanceOf(LogDataException.class)
        .hasMessageContaining(rule);
  }

  @Test
  void splitsTheTextFromTheSignaturesAtTheLastEmptyLine() {
    String text = "a\n\nb\n\n\n";
    Signer signer = new Signer(Keys.PETERS, Keys.PETER);
    SignedNote note = SignedNote.unsigned(text).with(signer.sign(text));
    assertThat(SignedNote.parse(note.bytes())).isEqualTo(note);
    assertThat(SignedNote.parse(note.bytes()).verify(BOTH)).hasSize(1);
  }

  @Test
  void refusesWhatOnlyLooksLikeAVerifierKey() {
    String vkey = Keys.PETERS.toString();
    assertThat(vkey)
        .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    for (int begin = 0; begin <= vkey.length(); begin++) {
      for (int end = begin; end <= vkey.length(); end++) {
        if (begin > 0 || end < vkey.length()) {
          assertNoKey(vkey.substring(begin, end));
        }
      }
    }
    for (int at = 0; at < vkey.length(); at++) {
      char next = (char) (vkey.charAt(at) + 1);
      assertNoKey(vkey.substring(0, at) + next + vkey.substring(at + 1));
    }
    assertNoKey("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==");
    assertNoKey("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    assertNoKey(vkey.replace("c74f20a3", "C74F20A3"));
    byte[] notOnTheCurve = new byte[32];
    notOnTheCurve[0] = 2;
    assertThatThrownBy(() -> new VerifierKey("a", SignatureType.ED25519, notOnTheCurve))
        .isInstanceOf(LogDataException.class)
        .hasMessageEndingWith("is not of Ed25519");
  }

  private static void assertNoKey(String vkey) {
    assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(LogDataException.class);
  }

  @Test
  void refusesAPrivateKeyOfAnother() {
    assertThatThrownBy(() -> new Signer(Keys.ENOCHS, Keys.PETER))
        .hasMessage("signature of EnochRoot: does not verify");
    assertThatThrownBy(() -> Keys.WITNESS.sign("a\n")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void makesKeysThatOthersCanReadBack() {
    Signer signer = Signer.generate("shilian.example/ledger/3", SignatureType.ED25519);
    VerifierKey key = VerifierKey.parse(signer.key().toString());
    assertThat(key).isEqualTo(signer.key()).hasSameHashCodeAs(signer.key());
    SignedNote note = SignedNote.unsigned("食链\n").with(signer.sign("食链\n"));
    assertThat(SignedNote.parse(note.bytes()).verify(List.of(key))).hasSize(1);
  }

  /** Whatever the bytes, they are read back as they were, or refused in the one way. */
  @Test
  void neitherAcceptsNorBreaksOnGarbage() {
    Random random = new Random(1);
    String alphabet = "\n\n\n— aB+/=09\u0001\u00e9";
    byte[] note = (NOTE + ENOCHS_LINE).getBytes(UTF_8);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = round % 2 == 0 ? mutated(note, random) : garbage(alphabet, random);
      try {
        SignedNote read = SignedNote.parse(bytes);
        assertThat(read.bytes()).isEqualTo(bytes);
      } catch (LogDataException e) {
        assertThat(e.getMessage()).contains(e.field()).endsWith(e.rule());
        assertThat(e.value().length()).isLessThanOrEqualTo(121);
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 19_999);
  }

  private static byte[] mutated(byte[] note, Random random) {
    byte[] bytes = note.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static byte[] garbage(String alphabet, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString().getBytes(UTF_8);
  }

  private static SignedNote parse(String note) {
    return SignedNote.parse(note.getBytes(UTF_8));
  }
}
