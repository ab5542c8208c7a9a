/** How fast the parts are that every printed code and every scan goes through, measured by JMH. */
@NullMarked
package org.shilian.bench;

import org.jspecify.annotations.NullMarked;
