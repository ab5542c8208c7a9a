/**
 * The load: clients that post random histories of a small county over REST, whatever happens to the
 * server, each batch again under the same eventIDs until it is acknowledged; and the book of what
 * was.
 */
@NullMarked
package org.shilian.faults.load;

import org.jspecify.annotations.NullMarked;
