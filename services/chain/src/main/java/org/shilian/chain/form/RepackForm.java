package org.shilian.chain.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Movement;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.TransformationEvent;

/**
 * REPACK: a TransformationEvent, repackaging. Dates, as far as they are known, are in ilmd, or lot
 * by lot in {@code shilian:makings} where they differ.
 *
 * <p>Read as one too: a TransformationEvent of any step that makes several lots, such as a cutting.
 */
final class RepackForm implements Form<Movement.Repack> {
  static final String REPACKAGING = "repackaging";

  @Override
  public Class<Movement.Repack> type() {
    return Movement.Repack.class;
  }

  @Override
  public Movement.Repack read(JsonIn in) {
    Given<List<Line>> inputs = in.lines("inputs");
    Given<List<Making>> outputs = in.each("outputs", JsonIn::repacked);
    return in.event(envelope -> new Movement.Repack(envelope, inputs.get(), outputs.get()));
  }

  @Override
  public void write(Movement.Repack event, JsonOut out) {
    out.lines("inputs", event.inputs()).makings("outputs", event.makings());
  }

  @Override
  public EpcisEvent toEpcis(Movement.Repack event, EpcisOut out) {
    out.step(REPACKAGING, null);
    ObjectNode ilmd = Dates.write(event.makings(), out);
    return out.transformation(
        out.quantities(event.inputs()),
        out.quantities(event.makings().stream().map(Making::line).toList()),
        ilmd.isEmpty() ? null : ilmd);
  }

  @Override
  public Movement.@Nullable Repack fromEpcis(EpcisIn in) {
    if (!(in.event() instanceof TransformationEvent transformation)) {
      return null;
    }
    List<Line> inputs = in.inputs(transformation);
    List<Line> outputs = in.outputs(transformation);
    boolean several = outputs.size() > 1;
    if (inputs.isEmpty()
        || outputs.isEmpty()
        || !(several || in.hasStep(REPACKAGING))
        || share(inputs, outputs)) {
      return null;
    }
    return new Movement.Repack(
        in.envelope(), inputs, Dates.read(in, outputs, transformation.ilmd()));
  }

  private static boolean share(List<Line> inputs, List<Line> outputs) {
    Set<LotKey> made = outputs.stream().map(Line::key).collect(Collectors.toSet());
    return inputs.stream().map(Line::key).anyMatch(made::contains);
  }
}
