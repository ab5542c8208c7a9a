package org.shilian.scan;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ProductCard;
import org.shilian.scan.story.LotStory;
import org.shilian.scan.story.Station;

/** The templates under {@code templates/scan}. */
@CheckedTemplate(basePath = "scan")
final class Pages {

  private Pages() {}

  static native TemplateInstance lot(
      Frame frame,
      ProductCard product,
      String category,
      @Nullable OperatorCard owner,
      @Nullable OperatorCard maker,
      String lot,
      @Nullable ScannedItem item,
      LotStory story,
      List<LotGlance> sources);

  static native TemplateInstance product(
      Frame frame, ProductCard product, String category, @Nullable OperatorCard owner);

  static native TemplateInstance meal(Frame frame, ScannedMeal meal);

  static native TemplateInstance delivery(Frame frame, ScannedDelivery delivery);

  static native TemplateInstance unit(Frame frame, ScannedUnit unit);

  static native TemplateInstance shop(
      Frame frame,
      OperatorCard operator,
      Station station,
      ShopFacts shop,
      List<ShopPageLine> lines);

  static native TemplateInstance notice(Frame frame, String heading, String advice);
}
