package org.shilian.scan.words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Simplified Chinese, as it is written in mainland China. */
enum ChineseItemWording implements ItemWording {
  INSTANCE;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));

  @Override
  public String voided(Instant at) {
    return "这一件的码已于" + DATE.format(at) + "作废，不应再出现在商品上，请谨慎。";
  }

  @Override
  public String scans(Instant first, long count) {
    return count == 1 ? "这个码第一次被扫。" : "这个码首次被扫是" + DATE.format(first) + "，至今 " + count + " 次。";
  }

  @Override
  public String scannedOften() {
    return "同一个码被扫的次数过多，可能是复制的码，请谨慎。";
  }

  @Override
  public String scannedLongAgo() {
    return "这个码很久以前就被扫过，可能是复制的码或旧包装，请谨慎。";
  }
}
