package org.shilian.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.order.OrderCode;
import org.shilian.registry.order.SealedMeal;

/**
 * The meal whose seal was scanned.
 *
 * @param kitchen who packed it; null if it is not registered any more
 * @param lots what it was made of
 */
record ScannedMeal(
    OrderCode code, SealedMeal meal, @Nullable OperatorCard kitchen, List<LotGlance> lots) {

  /** Whether somebody who holds the meal may say that the seal is broken. */
  public boolean canBeOpened() {
    return meal.state() == SealedMeal.State.SEALED;
  }

  /** How the state looks, in the words of the style sheet. */
  public String look() {
    return switch (meal.state()) {
      case ISSUED -> "unknown";
      case BOUND -> "not-matured";
      case SEALED -> "chained";
      case OPENED -> "gap";
    };
  }

  /** Whether the number on the seal is another than the code's, and so worth telling. */
  public boolean numberedOtherwise() {
    String seal = meal.seal();
    return seal != null && !seal.equals(code.gdti().value()) && !seal.equals(code.gdti().serial());
  }

  /** Where the button leads. */
  public String opening() {
    return DigitalLink.ofDocument(code.gdti()).path() + "/opened";
  }
}
