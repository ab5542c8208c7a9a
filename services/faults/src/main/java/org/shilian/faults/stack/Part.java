package org.shilian.faults.stack;

/** One process of a stack. */
public interface Part {
  /** What a person calls it. */
  String name();

  /** SIGKILL, and waits until it has gone. */
  void kill9();

  /** Starts it again and waits until it serves; nothing if it does. */
  void bringBack();
}
