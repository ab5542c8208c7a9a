/** Operators, products and API keys: who may do what with which food. */
@NullMarked
package org.shilian.registry;

import org.jspecify.annotations.NullMarked;
