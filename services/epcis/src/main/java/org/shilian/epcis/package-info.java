/**
 * EPCIS 2.0 and CBV 2.0: the five event types, their JSON form and the CBV event hash.
 *
 * <p>It exists so that every door and every role means the same thing by an event: what is valid,
 * how it travels, and which fingerprint it has. {@link org.shilian.epcis.EpcisJson} reads and
 * writes, {@link org.shilian.epcis.EventHash} fingerprints, the records hold.
 */
@NullMarked
package org.shilian.epcis;

import org.jspecify.annotations.NullMarked;
