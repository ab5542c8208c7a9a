package org.shilian.symbol.label;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.XDimension;
import org.shilian.symbol.canvas.Canvas;
import org.shilian.symbol.canvas.DotCanvas;
import org.shilian.symbol.canvas.EpsCanvas;
import org.shilian.symbol.canvas.SvgCanvas;
import org.shilian.symbol.canvas.Typeface;

/**
 * Where everything stands on a label. A square code stands left with the text right of it, or above
 * it where the label is higher than wide; a bar code stands above the text. Modules are as wide as
 * the printer's dots allow; letters as large as there is room, and never smaller than can be read.
 */
public final class LabelLayout {
  /** So large that a Chinese character is 1.8 mm high, the least of GB 7718 for food labels. */
  static final double SMALLEST_LETTERS = 2;

  private static final double LARGEST_LETTERS = 5;
  private static final double LETTER_STEP = 0.1;
  private static final double LINE = 1.25;
  private static final double GAP = 1;
  private static final double PRODUCT = 1.2;
  private static final double ROUNDING = 1e-6;

  /** Of the label's room, what a code may take if there is text too. */
  private static final double SHARE = 0.6;

  private record Line(double left, double baseline, double size, String text) {}

  private record Placed(Symbol symbol, double left, double top, XDimension module) {}

  private record Box(double left, double top, double width, double height) {}

  private final LabelSize size;
  private final int dpi;
  private final List<Placed> symbols = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  private LabelLayout(LabelSize size, int dpi) {
    this.size = size;
    this.dpi = dpi;
  }

  /**
   * Lays a label out.
   *
   * @param dpi the printer's dots per inch
   * @throws IllegalArgumentException if a code or the text has not enough room; the message says
   *     which, and how much it needs
   */
  public static LabelLayout of(Label label, LabelSize size, int dpi) {
    LabelLayout layout = new LabelLayout(size, dpi);
    double margin = size.margin();
    Box room = new Box(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin);
    Box text = layout.placeCode(label, room);
    Symbol beside = label.beside();
    if (beside != null) {
      text = layout.placeBelow(beside, text);
    }
    layout.placeText(label, text);
    return layout;
  }

  /** Places the code and returns the room that is left for the rest. */
  private Box placeCode(Label label, Box room) {
    boolean withText = hasText(label) || label.beside() != null;
    Symbol symbol = label.symbol();
    double share = withText ? SHARE : 1;
    if (!isSquare(symbol)) {
      return placeAbove(symbol, room, share);
    }
    Symbol code = withText ? symbol.withoutCaptions() : symbol;
    boolean wide = room.width() >= room.height();
    // on a large label the code grows, up to a third of the long side
    double third = Math.max(room.width(), room.height()) / 3;
    double aim = Math.max(code.carrier().target(), third / code.fullWidth());
    XDimension module =
        narrower(
            module(code, room.width() * (wide ? share : 1), code.fullWidth(), aim),
            module(code, room.height() * (wide ? 1 : share), code.fullHeight(), aim));
    double width = code.fullWidth() * module.millimetres();
    double height = code.fullHeight() * module.millimetres();
    if (wide) {
      double top = room.top() + (withText ? 0 : (room.height() - height) / 2);
      double left = room.left() + (withText ? 0 : (room.width() - width) / 2);
      place(code, left, top, module);
      return new Box(
          room.left() + width + GAP, room.top(), room.width() - width - GAP, room.height());
    }
    place(code, room.left() + (room.width() - width) / 2, room.top(), module);
    return new Box(
        room.left(), room.top() + height + GAP, room.width(), room.height() - height - GAP);
  }

  /** A bar code, with its text, as wide as it may be and not higher than its share. */
  private Box placeAbove(Symbol symbol, Box room, double share) {
    XDimension module = module(symbol, room.width(), symbol.fullWidth(), symbol.carrier().target());
    Symbol code = shortened(symbol, module, room.height() * share);
    double height = code.fullHeight() * module.millimetres();
    double width = code.fullWidth() * module.millimetres();
    place(code, room.left() + (room.width() - width) / 2, room.top(), module);
    return new Box(
        room.left(), room.top() + height + GAP, room.width(), room.height() - height - GAP);
  }

  /** A second code at the lower end of the room; what is above it is left. */
  private Box placeBelow(Symbol symbol, Box room) {
    XDimension module = module(symbol, room.width(), symbol.fullWidth(), symbol.carrier().target());
    Symbol code =
        isSquare(symbol) ? symbol : shortened(symbol, module, room.height() * (1 - SHARE));
    double height = code.fullHeight() * module.millimetres();
    double width = code.fullWidth() * module.millimetres();
    place(
        code,
        room.left() + (room.width() - width) / 2,
        room.top() + room.height() - height,
        module);
    return new Box(room.left(), room.top(), room.width(), room.height() - height - GAP);
  }

  private XDimension module(Symbol symbol, double space, double modules, double aim) {
    return XDimension.fitting(symbol.carrier(), (int) Math.ceil(modules), space, dpi, aim);
  }

  private static XDimension narrower(XDimension one, XDimension other) {
    return one.dots() < other.dots() ? one : other;
  }

  private static boolean isSquare(Symbol symbol) {
    return symbol.width() == symbol.height();
  }

  private static Symbol shortened(Symbol symbol, XDimension module, double height) {
    double tooHigh = symbol.fullHeight() - height / module.millimetres();
    return tooHigh <= 0 ? symbol : symbol.shortened((int) Math.ceil(tooHigh));
  }

  private void place(Symbol symbol, double left, double top, XDimension module) {
    double scale = module.millimetres();
    double quiet = symbol.carrier().quietZone().top();
    symbols.add(new Placed(symbol, left + symbol.leftSpace() * scale, top + quiet * scale, module));
  }

  private static boolean hasText(Label label) {
    return !label.product().isEmpty() || !label.lines().isEmpty() || !label.invitation().isEmpty();
  }

  private void placeText(Label label, Box room) {
    if (!hasText(label)) {
      return;
    }
    List<Text> texts = texts(label);
    for (double letters = LARGEST_LETTERS;
        letters > SMALLEST_LETTERS - LETTER_STEP / 2;
        letters -= LETTER_STEP) {
      if (leastHeight(texts, room.width(), letters) > room.height()) {
        continue;
      }
      List<Line> set = set(label, room, letters);
      if (set != null) {
        lines.addAll(set);
        return;
      }
    }
    throw new IllegalArgumentException(
        "text of the label: does not fit %.1f × %.1f mm with letters of %.1f mm"
            .formatted(Math.max(0, room.width()), Math.max(0, room.height()), SMALLEST_LETTERS));
  }

  /**
   * A text and how long it is.
   *
   * @param scale its letters' size, in parts of the label's
   * @param length without blanks, in parts of its letters' size
   */
  private record Text(double scale, double length) {
    static Text of(String text, double scale) {
      return new Text(scale, Typeface.get().width(text.replace(" ", "")));
    }
  }

  private static List<Text> texts(Label label) {
    List<Text> texts = new ArrayList<>();
    if (!label.product().isEmpty()) {
      texts.add(Text.of(label.product(), PRODUCT));
    }
    label.lines().forEach(line -> texts.add(Text.of(line, 1)));
    if (!label.invitation().isEmpty()) {
      texts.add(Text.of(label.invitation(), 1));
    }
    return texts;
  }

  /**
   * What the texts are certainly as high as, however they are broken: it is soon worked out, and
   * spares the breaking for most of the sizes that are too large.
   */
  private static double leastHeight(List<Text> texts, double width, double letters) {
    double height = 0;
    for (Text text : texts) {
      double size = text.scale() * letters;
      double lines = Math.max(1, Math.ceil(text.length() * size / width - ROUNDING));
      height += lines * LINE * size;
    }
    return height - ROUNDING;
  }

  /** The lines with letters of this size, or null if they need more room. */
  private static @Nullable List<Line> set(Label label, Box room, double letters) {
    List<Line> set = new ArrayList<>();
    double[] below = {room.top()};
    boolean fits = true;
    if (!label.product().isEmpty()) {
      fits = add(set, label.product(), room, letters * PRODUCT, below);
    }
    for (String line : label.lines()) {
      fits = fits && add(set, line, room, letters, below);
    }
    if (!label.invitation().isEmpty()) {
      fits = fits && add(set, label.invitation(), room, letters, below);
    }
    return fits && below[0] <= room.top() + room.height() ? set : null;
  }

  private static boolean add(
      List<Line> set, String text, Box room, double letters, double[] below) {
    List<String> broken = TextLines.broken(text, room.width() / letters);
    if (broken == null) {
      return false;
    }
    for (String line : broken) {
      set.add(new Line(room.left(), below[0] + 0.95 * letters, letters, line));
      below[0] += LINE * letters;
    }
    return true;
  }

  /**
   * Draws the label.
   *
   * @param left millimetres to the label's left side
   * @param top millimetres to its upper side
   */
  public void draw(Canvas canvas, double left, double top) {
    for (Placed placed : symbols) {
      canvas.symbol(placed.symbol(), left + placed.left(), top + placed.top(), placed.module());
    }
    for (Line line : lines) {
      canvas.text(left + line.left(), top + line.baseline(), line.size(), line.text());
    }
  }

  /** The width of a module of the label's code, in millimetres. */
  public double xDimension() {
    return symbols.get(0).module().millimetres();
  }

  /** The label as an SVG document. */
  public String toSvg() {
    SvgCanvas canvas = new SvgCanvas(size.width(), size.height());
    draw(canvas, 0, 0);
    return canvas.document();
  }

  /** The label as an Encapsulated PostScript file. */
  public byte[] toEps() {
    EpsCanvas canvas = new EpsCanvas(size.width(), size.height());
    draw(canvas, 0, 0);
    return canvas.file();
  }

  /** The label as a PNG in the printer's dots. */
  public byte[] toPng() {
    return dots().png();
  }

  /** The label in ZPL II, in the printer's dots. */
  public String toZpl() {
    return dots().zpl();
  }

  private DotCanvas dots() {
    DotCanvas canvas = new DotCanvas(size.width(), size.height(), dpi);
    draw(canvas, 0, 0);
    return canvas;
  }
}
