package org.shilian.symbol;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The dark areas of an SVG document as dots: its paths, and no text. */
public final class SvgPicture {
  private static final Pattern VIEW_BOX = Pattern.compile("0 0 (\\S+) (\\S+)");
  private static final Pattern TRANSFORM =
      Pattern.compile("translate\\((\\S+) (\\S+)\\)scale\\((\\S+)\\)");
  private static final Pattern STEP =
      Pattern.compile("M(-?[\\d.]+) (-?[\\d.]+)|h(-?[\\d.]+)|v(-?[\\d.]+)|(z)");

  private SvgPicture() {}

  /**
   * Draws a document.
   *
   * @param dots how many for a unit of its view box
   */
  public static BufferedImage of(String svg, double dots) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    Matcher box = VIEW_BOX.matcher(root.getAttribute("viewBox"));
    if (!box.matches()) {
      throw new AssertionError("viewBox is " + root.getAttribute("viewBox"));
    }
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(Double.parseDouble(box.group(1)) * dots),
            (int) Math.round(Double.parseDouble(box.group(2)) * dots),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(Color.BLACK);
    NodeList paths = root.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      Element path = (Element) paths.item(i);
      AffineTransform place = AffineTransform.getScaleInstance(dots, dots);
      place.concatenate(transform(path.getAttribute("transform")));
      graphics.fill(place.createTransformedShape(shape(path.getAttribute("d"))));
    }
    graphics.dispose();
    return image;
  }

  private static AffineTransform transform(String text) {
    if (text.isEmpty()) {
      return new AffineTransform();
    }
    Matcher parts = TRANSFORM.matcher(text);
    if (!parts.matches()) {
      throw new AssertionError("transform is " + text);
    }
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
    place.scale(Double.parseDouble(parts.group(3)), Double.parseDouble(parts.group(3)));
    return place;
  }

  private static Path2D shape(String data) {
    Path2D shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
    Matcher step = STEP.matcher(data);
    int end = 0;
    double x = 0;
    double y = 0;
    while (step.find() && step.start() == end) {
      end = step.end();
      if (step.group(1) != null) {
        x = Double.parseDouble(step.group(1));
        y = Double.parseDouble(step.group(2));
        shape.moveTo(x, y);
      } else if (step.group(5) != null) {
        shape.closePath();
      } else {
        x += step.group(3) == null ? 0 : Double.parseDouble(step.group(3));
        y += step.group(4) == null ? 0 : Double.parseDouble(step.group(4));
        shape.lineTo(x, y);
      }
    }
    if (end != data.length()) {
      throw new AssertionError("unknown step in a path at " + end + ": " + data);
    }
    return shape;
  }
}
