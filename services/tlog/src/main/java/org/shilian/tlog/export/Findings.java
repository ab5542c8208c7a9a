package org.shilian.tlog.export;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found, up to a number that memory is certain to have room for. */
final class Findings {
  private final int most;
  private final List<Finding> list = new ArrayList<>();

  Findings(int most) {
    this.most = most;
  }

  /**
   * @throws TooMany if there are as many as are kept
   */
  void add(Finding finding) throws TooMany {
    if (list.size() == most) {
      throw new TooMany();
    }
    list.add(finding);
  }

  List<Finding> list() {
    return list;
  }

  int most() {
    return most;
  }

  /** Ends the check: what more there is to find is not looked for. */
  static final class TooMany extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
