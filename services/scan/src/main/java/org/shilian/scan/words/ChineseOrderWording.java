package org.shilian.scan.words;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.order.Delivery;
import org.shilian.registry.order.SealedMeal;

/** Simplified Chinese, as it is written in mainland China. */
enum ChineseOrderWording implements OrderWording {
  INSTANCE;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  @Override
  public String meal() {
    return "外卖封签";
  }

  @Override
  public String mealBadge(SealedMeal.State state) {
    return switch (state) {
      case ISSUED -> "尚未使用";
      case BOUND -> "正在打包";
      case SEALED -> "已封签";
      case OPENED -> "已拆封";
    };
  }

  @Override
  public String verdict(SealedMeal meal) {
    return switch (meal.state()) {
      case ISSUED -> "这枚封签是本平台发放的，但还没有餐食使用它的记录。如果它已经贴在餐食上，请向商家核实。";
      case BOUND -> "商家正在用这枚封签打包餐食，还没有记录封签。";
      case SEALED -> "商家记录了用这枚封签封好的餐食。收到时请确认封签完好。";
      case OPENED -> "有人在取得餐食后确认封签已经拆开。如果不是您拆的，请不要食用，并联系商家。";
    };
  }

  @Override
  public @Nullable String warning(SealedMeal meal) {
    return meal.sealings() > 1 ? "这枚封签被记录了 " + meal.sealings() + " 次。一枚封签只能用一次，请谨慎。" : null;
  }

  @Override
  public String kitchen() {
    return "商家";
  }

  @Override
  public String seal() {
    return "封签号";
  }

  @Override
  public String code() {
    return "码号";
  }

  @Override
  public String sealedAt() {
    return "封签时间";
  }

  @Override
  public String openedAt() {
    return "拆封时间";
  }

  @Override
  public String dishes() {
    return "餐食";
  }

  @Override
  public String lots() {
    return "所用食材";
  }

  @Override
  public String noLots() {
    return "商家没有说明所用食材的批次。";
  }

  @Override
  public String open() {
    return "我已拆封";
  }

  @Override
  public String openAdvice() {
    return "拆开封签后点一下，以后再扫就会显示已拆封，这枚封签不能再用。不记录您的任何信息。";
  }

  @Override
  public String moment(OffsetDateTime time) {
    return instant(time.toInstant());
  }

  @Override
  public String instant(Instant time) {
    return MOMENT.format(time);
  }

  @Override
  public String delivery() {
    return "送货单码";
  }

  @Override
  public String deliveryAdvice() {
    return "这是经营单位之间一次送货的码，由本平台发放。内容只对收发货双方公开。想知道食品的来历，请扫描包装上的批次码。";
  }

  @Override
  public String deliveryBadge(Delivery.State state) {
    return switch (state) {
      case ISSUED -> "尚未发货";
      case SHIPPED -> "待收货";
      case RECEIVED -> "已收货";
    };
  }

  @Override
  public String receiveAdvice(Delivery.State state) {
    return switch (state) {
      case ISSUED -> "还没有用这个码的发货记录。";
      case SHIPPED -> "请核对以下批次；无误时按整单收货。";
      case RECEIVED -> "收货已经记录。";
    };
  }

  @Override
  public String seller() {
    return "发货单位";
  }

  @Override
  public String shippedAt() {
    return "发货时间";
  }

  @Override
  public String receivedAt() {
    return "收货时间";
  }

  @Override
  public String boxes() {
    return "箱码";
  }

  @Override
  public String lines() {
    return "货物";
  }

  @Override
  public String notIssued() {
    return "不是真码";
  }

  @Override
  public String notIssuedAdvice(String code) {
    return "码号 " + code + " 不是本平台发放的，可能是伪造的码，请谨慎。";
  }
}
