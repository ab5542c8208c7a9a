/** An append-only Merkle log with RFC 6962 hashing. */
@NullMarked
package org.shilian.tlog;

import org.jspecify.annotations.NullMarked;
