/**
 * GS1 keys and the codes that carry them: Digital Link URIs, element strings and EPC URNs, read and
 * written as the standards say. Everything in Shilian that names a product, a lot or a place names
 * it with a type of this package, so that a wrong code is refused once, where it comes in.
 *
 * <p>Whatever the input, the only exception is {@link org.shilian.gs1.Gs1Exception}, and the time
 * taken grows linearly with the input.
 */
@NullMarked
package org.shilian.gs1;

import org.jspecify.annotations.NullMarked;
