package org.shilian.registry;

import org.shilian.gs1.Uscc;

/**
 * What other modules need of an operator.
 *
 * @param uscc its 统一社会信用代码
 * @param name its registered name
 * @param region GB/T 2260 code, 6 digits, or 9 with the township
 * @param terminal whether it faces the consumer: shops, restaurants, canteens, takeaway kitchens
 */
public record OperatorCard(
    Uscc uscc, String name, OperatorRole role, String region, boolean terminal) {}
