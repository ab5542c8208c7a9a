package org.shilian.symbol;

/**
 * The outlines of a symbol's dark areas as the data of one SVG path.
 *
 * <p>Each edge between a dark and a light module is walked once with the dark module on its right;
 * holes are thereby walked the other way round and stay light under SVG's default fill rule.
 */
final class Outline {

  private static final int RIGHT = 0;
  private static final int DOWN = 1;
  private static final int LEFT = 2;
  private static final int UP = 3;
  private static final int[] STEP_X = {1, 0, -1, 0};
  private static final int[] STEP_Y = {0, 1, 0, -1};

  private final int stride;
  private final int margin;

  /**
   * For each corner of the module grid the directions in which an edge not yet walked leaves it.
   */
  private final byte[] edges;

  private Outline(QrSymbol symbol, int margin) {
    this.stride = symbol.size() + 1;
    this.margin = margin;
    this.edges = new byte[stride * stride];
    for (int y = 0; y < symbol.size(); y++) {
      for (int x = 0; x < symbol.size(); x++) {
        if (symbol.get(x, y)) {
          surround(symbol, x, y);
        }
      }
    }
  }

  static String of(QrSymbol symbol, int margin) {
    Outline outline = new Outline(symbol, margin);
    StringBuilder path = new StringBuilder(symbol.size() * symbol.size() * 4);
    for (int corner = 0; corner < outline.edges.length; corner++) {
      while (outline.has(corner, RIGHT)) {
        outline.walk(corner, path);
      }
    }
    return path.toString();
  }

  private void surround(QrSymbol symbol, int x, int y) {
    int last = symbol.size() - 1;
    if (y == 0 || !symbol.get(x, y - 1)) {
      add(x, y, RIGHT);
    }
    if (x == last || !symbol.get(x + 1, y)) {
      add(x + 1, y, DOWN);
    }
    if (y == last || !symbol.get(x, y + 1)) {
      add(x + 1, y + 1, LEFT);
    }
    if (x == 0 || !symbol.get(x - 1, y)) {
      add(x, y + 1, UP);
    }
  }

  /** Appends the closed outline that leaves this corner to the right and takes its edges away. */
  private void walk(int start, StringBuilder path) {
    path.append('M').append(start % stride + margin).append(' ').append(start / stride + margin);
    int corner = start;
    int direction = RIGHT;
    while (true) {
      int length = 0;
      while (has(corner, direction)) {
        edges[corner] &= (byte) ~(1 << direction);
        corner += STEP_X[direction] + STEP_Y[direction] * stride;
        length++;
        if (has(corner, (direction + 1) % 4)) {
          break;
        }
      }
      if (corner == start) {
        path.append('z');
        return;
      }
      path.append(direction == RIGHT || direction == LEFT ? 'h' : 'v')
          .append(direction == RIGHT || direction == DOWN ? length : -length);
      direction = turn(corner, direction);
    }
  }

  private int turn(int corner, int direction) {
    int clockwise = (direction + 1) % 4;
    return has(corner, clockwise) ? clockwise : (direction + 3) % 4;
  }

  private boolean has(int corner, int direction) {
    return (edges[corner] & 1 << direction) != 0;
  }

  private void add(int x, int y, int direction) {
    edges[y * stride + x] |= (byte) (1 << direction);
  }
}
