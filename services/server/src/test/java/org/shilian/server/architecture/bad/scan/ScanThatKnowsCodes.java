package org.shilian.server.architecture.bad.scan;

import org.shilian.server.architecture.bad.codes.Codes;

/** Breaks a rule on purpose: a role that knows another. */
public record ScanThatKnowsCodes(Codes codes) {}
