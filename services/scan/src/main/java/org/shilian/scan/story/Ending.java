package org.shilian.scan.story;

/**
 * How many operators of one kind gave the lot to those who eat it.
 *
 * @param use true when it was used in a kitchen, false when it was sold to consumers
 */
public record Ending(Station station, boolean use, long operators) {}
