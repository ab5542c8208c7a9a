package org.shilian.symbol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class XDimensionTest {
  @ParameterizedTest
  @CsvSource({
    "0.495, 203, 4, 0.5005",
    "0.330, 203, 3, 0.3754",
    "0.330, 300, 4, 0.3387",
    "0.330, 600, 8, 0.3387",
    "0.010, 203, 1, 0.1251"
  })
  void snapsToWholeDots(double wanted, int dpi, int dots, double millimetres) {
    XDimension module = XDimension.nearest(wanted, dpi);
    assertThat(module.dots()).isEqualTo(dots);
    assertThat(module.millimetres()).isEqualTo(millimetres, within(0.0001));
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void staysWithinWhatTheCarrierAllows(Carrier carrier) {
    for (int dpi : new int[] {203, 300, 600, 1200}) {
      for (double space = 20; space < 200; space += 3) {
        int modules = 37;
        XDimension module;
        try {
          module = XDimension.fitting(carrier, modules, space, dpi);
        } catch (IllegalArgumentException tooSmall) {
          assertThat(space).isLessThan(modules * carrier.largest());
          continue;
        }
        assertThat(module.millimetres())
            .isBetween(carrier.smallest() - 0.001, carrier.largest() + 0.001);
        assertThat(modules * module.millimetres()).isLessThanOrEqualTo(space + 0.001 * modules);
      }
    }
  }

  @Test
  void saysHowMuchRoomIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XDimension.fitting(Carrier.QR_CODE, 37, 10, 300))
        .withMessage("QR Code of 37 modules: needs 15.7 mm at 300 dpi, and there are 10.0 mm");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void refusesAWidthThatIsNone(double millimetres) {
    assertThatIllegalArgumentException().isThrownBy(() -> XDimension.nearest(millimetres, 300));
  }

  @Test
  void refusesDotsAndResolutionsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new XDimension(0, 300))
        .withMessage("module of 0 dots: expected at least 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new XDimension(1, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XDimension.fitting(Carrier.EAN_13, 113, 100, 0))
        .withMessage("resolution of 0 dpi: expected 72 to 4800");
  }
}
