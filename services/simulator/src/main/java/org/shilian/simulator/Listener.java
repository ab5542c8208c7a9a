package org.shilian.simulator;

/** Is told how far a run has come. Called from one thread. */
public interface Listener {
  Listener SILENT = new Listener() {};

  /** A sentence on what is being done. */
  default void says(String what) {}

  /**
   * How far the posting has come. The last call has all answered, unless the run fails.
   *
   * @param answered events the server has answered
   * @param total events in all: about, until the last of them is handed over
   */
  default void progress(long answered, long total) {}
}
