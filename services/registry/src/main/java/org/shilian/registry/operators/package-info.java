/** Operators (经营主体) and their licences: registering, changing and listing them. */
@NullMarked
package org.shilian.registry.operators;

import org.jspecify.annotations.NullMarked;
