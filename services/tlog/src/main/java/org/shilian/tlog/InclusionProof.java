package org.shilian.tlog;

import java.util.List;

/**
 * A proof that one entry is in a tree (RFC 6962, section 2.1.1, "Merkle audit path"). It may come
 * from anyone: nothing in it is trusted before {@link #verify}.
 *
 * @param index the entry's place, counted from 0
 * @param size how many entries the tree has
 * @param path the hashes beside the way from the leaf up to the root
 */
public record InclusionProof(long index, long size, List<Hash> path) {
  /**
   * Checks that there can be such a proof.
   *
   * @throws IllegalArgumentException unless 0 ≤ index &lt; size
   */
  public InclusionProof {
    requireInside(index, size);
    path = List.copyOf(path);
  }

  static void requireInside(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("entry " + index + ": is not in a tree of size " + size);
    }
  }

  /**
   * Checks the proof (RFC 9162, section 2.1.3.2).
   *
   * @param leaf the hash of the entry, as {@link Hash#ofLeaf} makes it; an entry's own bytes MUST
   *     be hashed by whoever verifies, not taken from whoever proves
   * @param root the root of the tree of this size, from a source that is trusted
   * @throws ProofException if the entry is not shown to be in that tree
   */
  public void verify(Hash leaf, Hash root) {
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash beside : path) {
      if (last == 0) {
        throw refusal("has " + path.size() + " hashes, which is too many");
      }
      if ((node & 1) == 1 || node == last) {
        hash = Hash.ofNode(beside, hash);
        // on the right edge, subtrees without a partner go up unchanged
        int up = Long.numberOfTrailingZeros(node) + 1;
        node >>= up;
        last >>= up;
      } else {
        hash = Hash.ofNode(hash, beside);
        node >>= 1;
        last >>= 1;
      }
    }
    if (last != 0) {
      throw refusal("has " + path.size() + " hashes, which is too few");
    }
    if (!hash.equals(root)) {
      throw refusal("leads to root " + hash + ", expected " + root);
    }
  }

  private ProofException refusal(String rule) {
    return new ProofException(
        "inclusion proof of entry " + index + " in a tree of size " + size + ": " + rule);
  }
}
