/**
 * An append-only Merkle log with the hashing of RFC 6962, section 2.1: how a tree grows, what its
 * root is at any size, and the proofs that an entry is in it and that it only ever grew. It stands
 * apart from the ledger so that someone who does not trust the ledger can check its proofs with
 * nothing but this.
 */
@NullMarked
package org.shilian.tlog;

import org.jspecify.annotations.NullMarked;
