package org.shilian.gs1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedCodeTest {
  @ParameterizedTest
  @CsvSource({
    "DIGITAL_LINK, , https://a.example/01/09520123456788/10/A, /01/09520123456788/10/A",
    "DIGITAL_LINK, , /gtin/9520123456788/bat/A, /01/09520123456788/10/A",
    "DIGITAL_LINK, QR_CODE, ]Q1https://a.example/01/09520123456788, /01/09520123456788",
    "DIGITAL_LINK, DATA_MATRIX, ]d1HTTPS://A.EXAMPLE/01/09520123456788, /01/09520123456788",
    "ELEMENT_STRING, , (01)09520123456788(10)A, /01/09520123456788/10/A",
    "ELEMENT_STRING, , 010952012345678810A, /01/09520123456788/10/A",
    "ELEMENT_STRING, GS1_128, ]C100106141412345678908, /00/106141412345678908",
    "ELEMENT_STRING, GS1_DATA_MATRIX, ]d2010952012345678810A, /01/09520123456788/10/A",
    "ELEMENT_STRING, GS1_QR_CODE, ]Q3010952012345678810A, /01/09520123456788/10/A",
    "ELEMENT_STRING, GS1_DATABAR, ]e00109520123456788, /01/09520123456788",
    "ELEMENT_STRING, GS1_DOTCODE, ]J10109520123456788, /01/09520123456788",
    "EPC_URN, , urn:epc:class:lgtin:4012345.012345.A, /01/04012345123456/10/A",
    "EPC_URN, , URN:EPC:id:sscc:0614141.1234567890, /00/106141412345678908",
    "GTIN, , 9520123456788, /01/09520123456788",
    "GTIN, , 96385074, /01/00000096385074",
    "GTIN, EAN_UPC, ]E09520123456788, /01/09520123456788",
    "GTIN, EAN_UPC, ]E00614141000036, /01/00614141000036",
    "GTIN, EAN_8, ]E496385074, /01/00000096385074",
    "GTIN, EAN_UPC_WITH_ADD_ON, ]E3952012345678812, /01/09520123456788",
    "GTIN, ITF_14, ]I109520123456788, /01/09520123456788"
  })
  void tellsCodesApart(ScannedCode.Kind kind, Symbology symbology, String text, String path) {
    ScannedCode code = ScannedCode.parse(text);
    assertThat(code.kind()).isEqualTo(kind);
    assertThat(code.symbology()).isEqualTo(symbology);
    assertThat(code.link().path()).isEqualTo(path);
    assertThat(code.elements()).isEqualTo(ElementString.of(code.link()));
  }

  @ParameterizedTest
  @CsvSource({
    "]E09520123456788]e01726123110A, EAN_UPC, (01)09520123456788(17)261231(10)A",
    "]E09520123456788|]e01726123110A, EAN_UPC, (01)09520123456788(17)261231(10)A",
    "]E496385074]e010A, EAN_8, (01)00000096385074(10)A",
    "]e0010952012345678810A, GS1_DATABAR, (01)09520123456788(10)A"
  })
  void readsCompositeSymbols(String text, Symbology linear, String printed) {
    ScannedCode code = ScannedCode.parse(text);
    assertThat(code.symbology()).isEqualTo(linear);
    assertThat(code.elements()).hasToString(printed);
    assertThat(code.link()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "GS1_128, (01)09520123456788(10)A(17)261231",
    "GS1_DATABAR, (01)09520123456788",
    "GS1_DATA_MATRIX, (10)A(01)09520123456788",
    "GS1_QR_CODE, (00)106141412345678908",
    "GS1_DOTCODE, (8200)x(01)09520123456788",
    "EAN_UPC, (01)09520123456788",
    "EAN_UPC, (01)00614141000036",
    "EAN_8, (01)00000096385074",
    "ITF_14, (01)19520123456785"
  })
  void readsWhatAScannerSends(Symbology symbology, String printed) {
    ElementString elements = ElementString.parse(printed);
    String sent = symbology.transmit(elements);
    assertThat(sent).startsWith(symbology.identifier());
    assertThat(ScannedCode.parse(sent).elements()).isEqualTo(elements);
    assertThat(ScannedCode.parse(sent).symbology()).isEqualTo(symbology);
  }

  @ParameterizedTest
  @CsvSource({
    "EAN_UPC, (01)09520123456788",
    "EAN_8, (01)00000096385074",
    "GS1_128, (01)09520123456788(10)A",
    "GS1_DATABAR, (01)09520123456788"
  })
  void readsWhatAScannerSendsForACompositeSymbol(Symbology linear, String printed) {
    ElementString primary = ElementString.parse(printed);
    ElementString component = ElementString.parse("(17)261231(21)7");
    String sent = linear.transmit(primary, component);
    assertThat(ScannedCode.parse(sent).elements()).isEqualTo(primary.with(component));
  }

  @Test
  void sendsNothingThatASymbolCannotHold() {
    ElementString carton = ElementString.parse("(01)19520123456785");
    ElementString batch = ElementString.parse("(01)09520123456788(10)A");
    assertThatThrownBy(() -> Symbology.EAN_UPC.transmit(carton))
        .hasMessage("GTIN 19520123456785: does not fit 13 digits");
    assertThatThrownBy(() -> Symbology.EAN_UPC.transmit(batch))
        .hasMessageContaining("is not a GTIN alone");
    assertThatThrownBy(() -> Symbology.QR_CODE.transmit(batch))
        .hasMessageContaining("is not what a QR Code holds");
    assertThatThrownBy(() -> Symbology.ITF_14.transmit(carton, batch))
        .hasMessageContaining("has no place beside ITF-14");
    assertThatThrownBy(() -> carton.with(batch))
        .hasMessageContaining("(01) is there twice, with different values");
  }

  @Test
  void readsAnElementStringWithoutAKey() {
    ScannedCode code = ScannedCode.parse("(10)A");
    assertThat(code.link()).isNull();
    assertThat(code.values()).containsEntry("10", "A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "]",
        "]C0010952012345678810A",
        "]E0952012345678",
        "]E112",
        "]E212345",
        "]E09520123456788]e9",
        "]E09520123456788]e0",
        "]E09520123456788]e00109520123456795",
        "]E095201234567881",
        "]Q3https://a.example/01/09520123456788",
        "]Q1hello",
        "9520123456789",
        "952012345678",
        "mailto:a@b.example",
        "hello"
      })
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> ScannedCode.parse(text)).isInstanceOf(Gs1Exception.class);
  }

  @Test
  void printsOneFieldALine() {
    assertThat(printed(0, "]Q1https://a.example/01/9520123456788/10/A?17=261231&3103=000195&x=y"))
        .isEqualTo(
            """
            kind: Digital Link URI
            symbology: QR Code
            (01) GTIN: 09520123456788
            (10) BATCH/LOT: A
            (17) USE BY or EXPIRY: 261231
            (3103) NET WEIGHT (kg): 000195
            elementString: (01)09520123456788(10)A(17)261231(3103)000195
            digitalLink: https://id.gs1.org/01/09520123456788/10/A?17=261231&3103=000195
            canonical: https://id.gs1.org/01/09520123456788/10/A
            parameters: x=y
            """);
    assertThat(printed(0, "(3143)000195"))
        .isEqualTo(
            """
            kind: element string
            (3143) AREA (m²): 000195
            elementString: (3143)000195
            note: (3143) goes with 01 or 02
            """);
  }

  @Test
  void printsTheRefusalAndFails() {
    assertThat(printed(1, "6901234567891"))
        .isEqualTo("GTIN 6901234567891: check digit is 1, expected 2\n");
    assertThat(printed(2)).startsWith("usage: parse CODE");
  }

  private static String printed(int exitCode, String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertThat(ParseCode.run(args, stream, stream)).isEqualTo(exitCode);
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
