package org.shilian.chain.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Movement;
import org.shilian.epcis.Action;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.ObjectEvent;
import org.shilian.epcis.TransformationEvent;

/**
 * PRODUCE: an ObjectEvent ADD, commissioning, active; made of other lots, a TransformationEvent.
 * The dates are in ilmd.
 *
 * <p>Read as one: whatever ObjectEvent adds a single lot in one of the CBV's steps for that, and
 * whatever TransformationEvent has a single lot as its output, if the last day of the lot is known.
 */
final class ProduceForm implements Form<Movement.Produce> {
  private static final String COMMISSIONING = "commissioning";
  private static final String CREATING_CLASS_INSTANCE = "creating_class_instance";

  @Override
  public Class<Movement.Produce> type() {
    return Movement.Produce.class;
  }

  @Override
  public Movement.Produce read(JsonIn in) {
    Given<Making> made = in.making();
    Given<List<Line>> inputs = in.lines("inputs");
    return in.event(envelope -> new Movement.Produce(envelope, made.get(), inputs.get()));
  }

  @Override
  public void write(Movement.Produce event, JsonOut out) {
    out.making(event.made()).lines("inputs", event.inputs());
  }

  @Override
  public EpcisEvent toEpcis(Movement.Produce event, EpcisOut out) {
    out.step(COMMISSIONING, "active");
    ObjectNode ilmd = Dates.write(event.makings(), out);
    List<Line> made = List.of(event.made().line());
    return event.inputs().isEmpty()
        ? out.added(out.quantities(made), ilmd)
        : out.transformation(out.quantities(event.inputs()), out.quantities(made), ilmd);
  }

  @Override
  public Movement.@Nullable Produce fromEpcis(EpcisIn in) {
    if (in.event() instanceof TransformationEvent transformation) {
      return in.hasStep(RepackForm.REPACKAGING)
          ? null
          : produce(
              in, in.outputs(transformation), transformation.ilmd(), in.inputs(transformation));
    }
    ObjectEvent object = in.object(COMMISSIONING, Action.ADD);
    if (object == null) {
      object = in.object(CREATING_CLASS_INSTANCE, Action.ADD);
    }
    return object == null ? null : produce(in, in.lines(object), object.ilmd(), List.of());
  }

  private static Movement.@Nullable Produce produce(
      EpcisIn in, List<Line> made, @Nullable ObjectNode ilmd, List<Line> inputs) {
    if (made.size() != 1
        || inputs.stream().anyMatch(input -> input.key().equals(made.get(0).key()))) {
      return null;
    }
    Making making = Dates.read(in, made, ilmd).get(0);
    if (making.expirationDate() == null) {
      return null;
    }
    LocalDate day = in.localTime().toLocalDate();
    return new Movement.Produce(in.envelope(), Dates.producedBy(making, day), inputs);
  }
}
