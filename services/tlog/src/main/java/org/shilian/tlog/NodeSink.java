package org.shilian.tlog;

/** Told of every subtree, single leaves included, in the moment that an append completes it. */
@FunctionalInterface
public interface NodeSink {
  /**
   * The 2^level leaves from {@code index << level} on are all there and will never change.
   *
   * @param hash their hash
   */
  void completed(int level, long index, Hash hash);
}
