package org.shilian.chain.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shilian.chain.trade.Plain;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisEvent;

/** The table of all forms. */
final class Forms {
  private static final Map<TradeEvent.Type, Form<?>> ALL = new LinkedHashMap<>();

  static {
    // a declared error is a VOID whatever the event was, so VOID is asked first
    ALL.put(TradeEvent.Type.VOID, new VoidForm());
    ALL.put(TradeEvent.Type.PRODUCE, new ProduceForm());
    ALL.put(TradeEvent.Type.SHIP, new ShipForm());
    ALL.put(TradeEvent.Type.RECEIVE, new ReceiveForm());
    ALL.put(TradeEvent.Type.SELL, new SellForm());
    ALL.put(TradeEvent.Type.USE, new UseForm());
    ALL.put(TradeEvent.Type.REPACK, new RepackForm());
    ALL.put(TradeEvent.Type.FIRST_IN, new FirstInForm());
    ALL.put(TradeEvent.Type.DISPOSE, new DisposeForm());
    ALL.put(TradeEvent.Type.TEST, new TestForm());
    ALL.put(TradeEvent.Type.CERTIFY, new CertifyForm());
    ALL.put(TradeEvent.Type.TEMPERATURE, new TemperatureForm());
    ALL.put(TradeEvent.Type.SAMPLE, new SampleForm());
    ALL.put(TradeEvent.Type.SEAL, new SealForm());
    ALL.put(TradeEvent.Type.INSPECT, new InspectForm());
    ALL.put(TradeEvent.Type.HOLD, new HoldForm());
    ALL.put(TradeEvent.Type.RELEASE, new ReleaseForm());
    ALL.put(TradeEvent.Type.RECALL, new RecallForm());
    ALL.put(TradeEvent.Type.RECALL_ACK, new RecallAckForm());
    ALL.put(TradeEvent.Type.CLOSE, new CloseForm());
  }

  private Forms() {}

  /** The form of this type; {@link TradeEvent.Type#EPCIS} has none. */
  static Form<?> of(TradeEvent.Type type) {
    Form<?> form = ALL.get(type);
    if (form == null) {
      throw new IllegalArgumentException(type + " has no trade form");
    }
    return form;
  }

  static void write(TradeEvent event, JsonOut out) {
    write(of(event.type()), event, out);
  }

  private static <E extends TradeEvent> void write(Form<E> form, TradeEvent event, JsonOut out) {
    form.write(form.type().cast(event), out);
  }

  static EpcisEvent toEpcis(TradeEvent event, EpcisOut out) {
    return toEpcis(of(event.type()), event, out);
  }

  private static <E extends TradeEvent> EpcisEvent toEpcis(
      Form<E> form, TradeEvent event, EpcisOut out) {
    return form.toEpcis(form.type().cast(event), out);
  }

  /** The trade event that the EPCIS event says; itself, {@link Plain}, if it says none. */
  static TradeEvent fromEpcis(EpcisIn in) {
    for (Form<?> form : ALL.values()) {
      TradeEvent event = form.fromEpcis(in);
      if (event != null) {
        return event;
      }
    }
    return in.plain();
  }
}
