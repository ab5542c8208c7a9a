package org.shilian.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A proof that a tree only grew: that all entries of the old one are in the new one, in their
 * places (RFC 6962, section 2.1.2). It may come from anyone: nothing in it is trusted before {@link
 * #verify}.
 *
 * @param oldSize how many entries the tree had
 * @param newSize how many it has
 * @param path the hashes that both roots can be made of; empty if the sizes are equal or the old
 *     one is 0
 */
public record ConsistencyProof(long oldSize, long newSize, List<Hash> path) {
  /**
   * Checks that there can be such a proof.
   *
   * @throws IllegalArgumentException unless 0 ≤ old size ≤ new size
   */
  public ConsistencyProof {
    requireOrdered(oldSize, newSize);
    path = List.copyOf(path);
  }

  static void requireOrdered(long oldSize, long newSize) {
    if (oldSize < 0 || oldSize > newSize) {
      throw new IllegalArgumentException(
          "tree sizes " + oldSize + " and " + newSize + ": are not in order");
    }
  }

  /**
   * Checks the proof (RFC 9162, section 2.1.4.2).
   *
   * @param oldRoot the root of the tree of the old size
   * @param newRoot the root of the tree of the new size
   * @throws ProofException if the new tree is not shown to hold the old one
   */
  public void verify(Hash oldRoot, Hash newRoot) {
    if (oldSize == 0 || oldSize == newSize) {
      verifyTrivial(oldRoot, newRoot);
    } else {
      verifyGrown(oldRoot, newRoot);
    }
  }

  private void verifyTrivial(Hash oldRoot, Hash newRoot) {
    if (!path.isEmpty()) {
      throw refusal("has " + path.size() + " hashes, which is too many");
    }
    if (oldSize == 0) {
      requireRoot("old", Hash.EMPTY_TREE, oldRoot);
    }
    if (newSize == oldSize) {
      requireRoot("new", oldRoot, newRoot);
    }
  }

  private void verifyGrown(Hash oldRoot, Hash newRoot) {
    List<Hash> hashes = new ArrayList<>(path);
    if (Long.bitCount(oldSize) == 1) {
      // the old tree is one complete subtree of the new one, so that its root starts the path
      hashes.add(0, oldRoot);
    }
    if (hashes.isEmpty()) {
      throw refusal("has no hashes, which is too few");
    }
    long node = oldSize - 1;
    long last = newSize - 1;
    int complete = Long.numberOfTrailingZeros(oldSize);
    node >>= complete;
    last >>= complete;
    Hash oldHash = hashes.get(0);
    Hash newHash = oldHash;
    for (Hash beside : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        throw refusal("has " + path.size() + " hashes, which is too many");
      }
      if ((node & 1) == 1 || node == last) {
        oldHash = Hash.ofNode(beside, oldHash);
        newHash = Hash.ofNode(beside, newHash);
        int up = Long.numberOfTrailingZeros(node) + 1;
        node >>= up;
        last >>= up;
      } else {
        newHash = Hash.ofNode(newHash, beside);
        node >>= 1;
        last >>= 1;
      }
    }
    if (last != 0) {
      throw refusal("has " + path.size() + " hashes, which is too few");
    }
    requireRoot("old", oldHash, oldRoot);
    requireRoot("new", newHash, newRoot);
  }

  private void requireRoot(String which, Hash found, Hash expected) {
    if (!found.equals(expected)) {
      throw refusal("leads to " + which + " root " + found + ", expected " + expected);
    }
  }

  private ProofException refusal(String rule) {
    return new ProofException(
        "consistency proof from size " + oldSize + " to " + newSize + ": " + rule);
  }
}
