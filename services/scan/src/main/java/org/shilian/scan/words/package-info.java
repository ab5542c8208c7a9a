/**
 * Every word a consumer reads, in Chinese and in English: one class for a language, so that a
 * sentence is written where its grammar is known and a forgotten translation does not compile.
 */
@NullMarked
package org.shilian.scan.words;

import org.jspecify.annotations.NullMarked;
