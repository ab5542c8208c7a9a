package org.shilian.ledger.append;

/** How many records of a batch were appended, and how many were not, and why. */
public record Appended(int accepted, int duplicates, int refused, int quarantined) {}
