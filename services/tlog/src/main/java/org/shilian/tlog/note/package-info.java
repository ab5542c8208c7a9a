/**
 * Who says that a log has this root: checkpoints (C2SP {@code tlog-checkpoint}) as signed notes
 * (C2SP {@code signed-note}), and the cosignatures of witnesses (C2SP {@code tlog-cosignature}).
 * Keys are Ed25519 (RFC 8032) of the JDK; no other kind of signature is understood, and lines of
 * keys that were not asked for are passed over, as the specification wants it.
 */
@NullMarked
package org.shilian.tlog.note;

import org.jspecify.annotations.NullMarked;
