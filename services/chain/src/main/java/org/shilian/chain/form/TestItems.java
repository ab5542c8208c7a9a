package org.shilian.chain.form;

import java.util.List;
import org.shilian.chain.trade.TestItem;

/** The lines of a test report, in both forms. */
final class TestItems {
  private TestItems() {}

  static Given<List<TestItem>> read(JsonIn in) {
    return in.each(
        "items",
        item ->
            item.make(
                () ->
                    new TestItem(
                        item.required("name"),
                        item.text("value"),
                        item.text("limit"),
                        item.flag("passed"))));
  }

  static void write(List<TestItem> items, JsonOut out) {
    out.each(
        "items",
        items,
        (item, object) ->
            object
                .text("name", item.name())
                .text("value", item.value())
                .text("limit", item.limit())
                .flag("passed", item.passed()));
  }

  static List<TestItem> fromEpcis(EpcisIn in) {
    return in.extensions().objects(Terms.TEST_ITEMS).stream()
        .map(
            item ->
                new TestItem(
                    item.requiredText("shilian:name"),
                    item.text("shilian:value"),
                    item.text("shilian:limit"),
                    item.flag("shilian:passed")))
        .toList();
  }
}
