package org.shilian.simulator;

/** Is told how far a run has come. Called from one thread. */
public interface Listener {
  Listener SILENT = new Listener() {};

  /** A sentence on what is being done. */
  default void says(String what) {}

  /**
   * How far the posting has come.
   *
   * @param answered events the server has answered
   * @param total events wanted, about
   */
  default void progress(long answered, long total) {}
}
