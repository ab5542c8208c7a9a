/** Which of the platform's roles this process serves. */
@NullMarked
package org.shilian.registry.role;

import org.jspecify.annotations.NullMarked;
