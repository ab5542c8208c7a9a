package org.shilian.capture.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shilian.capture.check.EventSchemas;
import org.shilian.chain.trade.TradeEvent;

class EventExamplesTest {

  @ParameterizedTest
  @EnumSource(value = TradeEvent.Type.class, mode = EnumSource.Mode.EXCLUDE, names = "EPCIS")
  void areTheFirstOfEverySchema(TradeEvent.Type type) throws ReflectiveOperationException {
    String example = (String) EventExamples.class.getDeclaredField(type.name()).get(null);
    assertThat(EventSchemas.json(example)).isEqualTo(EventSchemas.example(type));
  }
}
