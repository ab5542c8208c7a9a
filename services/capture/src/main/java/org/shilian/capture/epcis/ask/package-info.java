/**
 * What a client of the EPCIS interface asks for in GS1's own headers, and what the server says of
 * itself in them (EPCIS 2.0 §12 and its OpenAPI description, 2.0.1).
 */
@NullMarked
package org.shilian.capture.epcis.ask;

import org.jspecify.annotations.NullMarked;
