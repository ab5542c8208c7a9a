package org.shilian.scan.words;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.box.Box;

/** Simplified Chinese. */
enum ChineseUnitWording implements UnitWording {
  INSTANCE;

  @Override
  public String unit() {
    return "物流单元（箱、托盘）";
  }

  @Override
  public String facts() {
    return "编码信息";
  }

  @Override
  public String numberedBy() {
    return "编码单位";
  }

  @Override
  public String numberedElsewhere() {
    return "本平台未登记的单位";
  }

  @Override
  public String notGivenOut() {
    return "本平台没有发放过这个编码";
  }

  @Override
  public String badge(Box.@Nullable State state) {
    if (state == null) {
      return "尚未发货";
    }
    return switch (state) {
      case SHIPPED -> "已发货，待收货";
      case PARTLY_RECEIVED -> "部分收货";
      case RECEIVED -> "已收货";
    };
  }

  @Override
  public String verdict(Box.@Nullable State state) {
    if (state == null) {
      return "这个编码已经发放，还没有使用它的发货记录。";
    }
    return switch (state) {
      case SHIPPED -> "发货方记录了这次发货，收货方还没有记录收货。收货前请核对箱内批次。";
      case PARTLY_RECEIVED -> "收货方只记录了其中一部分批次的收货。";
      case RECEIVED -> "收货方记录了收货。";
    };
  }

  @Override
  public String way() {
    return "流转记录";
  }

  @Override
  public String boxes(int boxes) {
    return boxes == 1 ? "本次发货只有这一件" : "本次发货共 " + boxes + " 件，这是其中一件";
  }

  @Override
  public String shipped(OffsetDateTime at) {
    return "发货 " + ChineseOrderWording.INSTANCE.moment(at);
  }

  @Override
  public String received(Box.State state, @Nullable OffsetDateTime at) {
    String when = at == null ? "" : " " + ChineseOrderWording.INSTANCE.moment(at);
    return switch (state) {
      case SHIPPED -> "还没有收货记录";
      case PARTLY_RECEIVED -> "部分收货" + when;
      case RECEIVED -> "收货" + when;
    };
  }

  @Override
  public String goods() {
    return "随货批次";
  }

  @Override
  public String goodsAdvice() {
    return "箱内是什么、双方是谁，只告诉收发货双方和监管部门。要看食品的来源，请扫包装上的批次码。";
  }

  @Override
  public @Nullable String flag(String kind) {
    return switch (kind) {
      case "over-shipped" -> "发货方记录的发货量，多于它收到和生产的数量。";
      case "recalled" -> "发货时，其中有批次已被召回。";
      case "held" -> "发货时，其中有批次已被暂停销售。";
      default -> null;
    };
  }

  @Override
  public String tooMuchReceived() {
    return "收货方记录的数量多于发货的数量。";
  }

  @Override
  public String leaps() {
    return "后一次的发货方不是前一次的收货方：可能有一次转手没有记录，也可能这个编码被用在了两件货上。";
  }

  @Override
  public String recalled() {
    return "随货批次中有已被召回的食品，请不要食用或销售。";
  }

  @Override
  public String held() {
    return "随货批次中有被监管部门暂停销售的食品。";
  }

  @Override
  public String unknown() {
    return "未知的物流单元";
  }

  @Override
  public String unknownAdvice(String sscc) {
    return "本平台没有发放过编码 " + sscc + "，也没有提到它的发货记录。";
  }

  @Override
  public String notUsedAdvice(String sscc, String operator) {
    return "编码 " + sscc + " 属于" + operator + "的厂商识别代码，但它不是在本平台发放的，也没有提到它的发货记录。请向该单位核实。";
  }
}
