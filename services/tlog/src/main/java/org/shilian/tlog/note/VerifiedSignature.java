package org.shilian.tlog.note;

import java.util.OptionalLong;

/**
 * A signature that was checked.
 *
 * @param key who made it
 * @param time for a cosignature, when it was made in POSIX seconds, as the witness says; otherwise
 *     empty
 */
public record VerifiedSignature(VerifierKey key, OptionalLong time) {}
