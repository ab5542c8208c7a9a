/**
 * Makes the bytes of an event small where they are kept. An event is some hundred bytes of JSON,
 * too little for a general compressor to learn its words from; it is told them beforehand.
 */
@NullMarked
package org.shilian.chain.pack;

import org.jspecify.annotations.NullMarked;
