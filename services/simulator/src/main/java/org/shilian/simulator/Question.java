package org.shilian.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Town;
import org.shilian.simulator.truth.Filter;

/** A rate to ask for. */
record Question(String name, String kind, Filter filter) {
  private static final int WINDOW_DAYS = 7;

  /** The whole, the county, its towns, its categories, and two weeks of maturity. */
  static List<Question> about(County county, LocalDate until) {
    List<Question> questions = new ArrayList<>();
    questions.add(new Question("缙云县", "county", Filter.region(Town.COUNTY)));
    questions.add(new Question("all regions", "total", Filter.ALL));
    var towns = new TreeMap<String, String>();
    var categories = new TreeMap<String, String>();
    for (Product product : county.products()) {
      towns.put(product.maker().town().code(), product.maker().town().name());
      categories.put(product.kind().category().code(), product.kind().category().name());
    }
    towns.forEach(
        (code, name) ->
            questions.add(new Question(name + " " + code, "region", Filter.region(code))));
    categories.forEach(
        (code, name) ->
            questions.add(new Question(name + " " + code, "category", Filter.category(code))));
    for (int week = 2; week >= 1; week--) {
      LocalDate from = until.minusDays((long) WINDOW_DAYS * week - 1);
      LocalDate to = from.plusDays(WINDOW_DAYS - 1);
      questions.add(new Question(from + " to " + to, "window", Filter.window(from, to)));
    }
    // one of everything at once
    String town = new TreeSet<>(towns.keySet()).first();
    String category = categories.containsKey("AG-VEG") ? "AG-VEG" : categories.firstKey();
    questions.add(
        new Question(
            towns.get(town) + " " + category + ", last 14 days",
            "narrow",
            new Filter(until.minusDays(13), until, town, category)));
    return questions;
  }
}
