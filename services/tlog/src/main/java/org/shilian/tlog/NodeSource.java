package org.shilian.tlog;

/** Where the hashes of the tree's complete subtrees are read from. */
@FunctionalInterface
public interface NodeSource {
  /**
   * The hash over the 2^level leaves from {@code index << level} on; the leaves themselves are of
   * level 0.
   *
   * <p>MUST answer for every subtree that the tree of the asked size holds whole, and MUST give the
   * same answer for ever. SHOULD throw when it does not have the hash; a wrong one leads to proofs
   * that nobody accepts.
   */
  Hash node(int level, long index);
}
