package org.shilian.registry.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

/**
 * Decides what a document registers, given what is registered already: new things are created,
 * known ones must be the same. Later objects of a document meet the earlier ones.
 */
public final class Registration<T> {
  private final Map<String, T> known;
  private final BiFunction<T, Draft<T>, List<Violation>> differences;
  private final List<T> created = new ArrayList<>();

  /**
   * @param known what is registered already, by key
   * @param differences in what a registered one and a draft differ, named at the draft's place
   */
  public Registration(Map<String, T> known, BiFunction<T, Draft<T>, List<Violation>> differences) {
    this.known = new HashMap<>(known);
    this.differences = differences;
  }

  /** The outcomes of the drafts, one each and in their order. */
  public List<Outcome<T>> decide(List<Draft<T>> drafts) {
    List<Outcome<T>> outcomes = new ArrayList<>(drafts.size());
    for (Draft<T> draft : drafts) {
      outcomes.add(decide(draft));
    }
    return outcomes;
  }

  /** What has to be stored. */
  public List<T> created() {
    return created;
  }

  private Outcome<T> decide(Draft<T> draft) {
    Refusal refusal = draft.refusal();
    T value = draft.value();
    String key = draft.key();
    if (refusal != null) {
      return Outcome.refused(draft, refusal);
    }
    if (value == null || key == null) {
      throw new IllegalStateException("a draft without a refusal has a key and a value");
    }
    @Nullable T same = known.get(key);
    if (same == null) {
      known.put(key, value);
      created.add(value);
      return Outcome.registered(draft, Outcome.Kind.CREATED, value);
    }
    List<Violation> different = differences.apply(same, draft);
    return different.isEmpty()
        ? Outcome.registered(draft, Outcome.Kind.UNCHANGED, same)
        : Outcome.refused(draft, new Refusal(ProblemType.CONFLICT, different));
  }
}
