/**
 * GS1 keys, application identifiers, element strings, Digital Link URIs and EPC URNs, from the
 * standards.
 */
@NullMarked
package org.shilian.gs1;

import org.jspecify.annotations.NullMarked;
