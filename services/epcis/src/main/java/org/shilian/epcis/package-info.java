/**
 * EPCIS 2.0 and CBV 2.0: the five event types, their JSON form and the CBV event hash.
 *
 * <p>It exists so that every door and every role means the same thing by an event: what is valid,
 * how it travels, and which fingerprint it has. {@link org.shilian.epcis.EpcisJson} reads and
 * writes events, {@link org.shilian.epcis.EpcisDocumentReader} and {@link
 * org.shilian.epcis.EpcisDocumentWriter} whole documents, {@link org.shilian.epcis.EventHash}
 * fingerprints, the records hold. What a JSON Schema can say of it is in {@code schemas/epcis}.
 */
@NullMarked
package org.shilian.epcis;

import org.jspecify.annotations.NullMarked;
