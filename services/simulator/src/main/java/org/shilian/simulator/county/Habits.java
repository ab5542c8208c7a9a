package org.shilian.simulator.county;

/**
 * How an operator keeps its paper.
 *
 * @param forgetsShipments probability per shipment
 * @param forgetsReceipts probability per receipt
 * @param uploadsLate probability per event that it is uploaded days later
 * @param sendsIds whether its software gives each event an eventID
 * @param usesOrderCodes whether its deliveries carry an order code
 * @param ownCounter whether it sells its own goods to consumers
 * @param scansOrders whether it receives a delivery with one scan of its order code
 * @param care 0 to 1: how likely it writes down what nobody waits for, such as tests and waste
 */
public record Habits(
    double forgetsShipments,
    double forgetsReceipts,
    double uploadsLate,
    boolean sendsIds,
    boolean usesOrderCodes,
    boolean ownCounter,
    boolean scansOrders,
    double care) {

  /** Those of an office that forgets nothing. */
  static final Habits OFFICIAL = new Habits(0, 0, 0, true, false, false, false, 1);

  static Habits of(Trade trade, Town town, Dice dice) {
    double care = Math.min(1, (trade.diligence() + town.diligence()) / 2 * dice.between(0.85, 1.1));
    double sloth = 1 - care;
    return new Habits(
        0.03 + 0.8 * sloth * dice.between(0.5, 1.2),
        0.05 + 1.5 * sloth * dice.between(0.7, 1.3),
        0.02 + 0.25 * sloth,
        dice.chance(0.8),
        dice.chance(0.85),
        dice.chance(trade.ownCounter()),
        dice.chance(0.3),
        care);
  }
}
