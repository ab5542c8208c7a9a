/**
 * The one-command run: Kafka, PostgreSQL and the server started in order, the demo county replayed
 * once, what to look at printed, and all of it stopped in the reverse order.
 */
@NullMarked
package org.shilian.embedded.run;

import org.jspecify.annotations.NullMarked;
