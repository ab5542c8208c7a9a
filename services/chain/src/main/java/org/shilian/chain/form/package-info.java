/**
 * The two forms of trade events: the short JSON that a shop writes and the EPCIS 2.0 event that
 * travels and is kept. Everything about a type's forms is in one class, its {@code …Form}; {@link
 * TradeJson} and {@link TradeEpcis} are the ways in.
 */
@NullMarked
package org.shilian.chain.form;

import org.jspecify.annotations.NullMarked;
