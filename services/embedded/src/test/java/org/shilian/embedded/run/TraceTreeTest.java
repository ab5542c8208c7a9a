package org.shilian.embedded.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTreeTest {

  private static List<String> tree(String json) throws IOException {
    return new TraceTree(TraceAnswer.read(new ObjectMapper().readTree(json))).lines();
  }

  @Test
  void drawsALunchBackToItsFarms() throws IOException {
    assertThat(
            tree(
                """
                {"direction": "back", "asOf": "2026-11-20T00:00:00Z",
                 "nodes": [
                  {"id": "L/s", "start": true, "lot": "L1", "operator": "s", "name": "学校食堂", "productName": "午餐"},
                  {"id": "L/k", "lot": "L1", "operator": "k", "name": "中央厨房", "productName": "午餐"},
                  {"id": "R/k", "lot": "R1", "operator": "k", "name": "中央厨房", "productName": "大米"},
                  {"id": "R/g", "lot": "R1", "operator": "g", "name": "粮油", "productName": "大米"},
                  {"id": "V/k", "lot": "V1", "operator": "k", "name": "中央厨房", "productName": "茭白"}],
                 "links": [
                  {"from": "L/k", "to": "L/s", "kind": "hop", "orderCode": "1", "shipped": 120, "received": 118,
                   "unit": "H87", "shippedAt": "2026-11-19T01:31:00Z", "receivedAt": "2026-11-19T02:05:00Z"},
                  {"from": "R/k", "to": "L/k", "kind": "made-into", "used": 24.5, "unit": "KGM",
                   "madeAt": "2026-11-19T00:10:00Z"},
                  {"from": "V/k", "to": "L/k", "kind": "made-into", "used": 3, "unit": "KGM",
                   "madeAt": "2026-11-19T00:10:00Z"},
                  {"from": "R/g", "to": "R/k", "kind": "hop", "shipped": 300, "unit": "KGM",
                   "shippedAt": "2026-11-18T00:00:00Z", "gap": "no-receipt"}],
                 "ends": [
                  {"node": "R/g", "reason": "origin-reached", "gap": false, "text": "…", "making": "FIRST_IN",
                   "made": 900, "unit": "KGM", "date": "2026-10-20"},
                  {"node": "R/k", "reason": "no-receipt", "gap": true, "from": "g", "text": "No receipt."},
                  {"node": "V/k", "reason": "input-unknown", "gap": true, "text": "Nobody made it."}]}
                """))
        .containsExactly(
            "午餐 L1 at 学校食堂",
            "└─ from 中央厨房: 120 pieces sent 11-19 09:31, 118 pieces received 10:05",
            "   ├─ made of 大米 R1: 24.5 kg, 11-19 08:10",
            "   │  └─ from 粮油: 300 kg sent 11-18 08:00 ● brought in: 900 kg, dated 2026-10-20",
            "   │     ✗ No receipt.",
            "   └─ made of 茭白 V1: 3 kg, 11-19 08:10",
            "      └─ ✗ Nobody made it.");
  }

  @Test
  void drawsAHoldingOnceHoweverManyWaysLeadThere() throws IOException {
    assertThat(
            tree(
                """
                {"direction": "forward",
                 "nodes": [
                  {"id": "A/f", "start": true, "lot": "A1", "operator": "f", "made": 90, "unit": "LTR",
                   "productionDate": "2026-11-01"},
                  {"id": "A/w", "lot": "A1", "operator": "w"},
                  {"id": "A/s", "lot": "A1", "operator": "s"}],
                 "links": [
                  {"from": "A/f", "to": "A/w", "kind": "hop", "orderCode": "1"},
                  {"from": "A/f", "to": "A/w", "kind": "hop", "orderCode": "2"},
                  {"from": "A/w", "to": "A/s", "kind": "hop", "shipped": 40, "received": 40, "unit": "LTR",
                   "shippedAt": "2026-11-18T00:00:00Z", "receivedAt": "2026-11-18T01:00:00Z"}],
                 "ends": [
                  {"node": "A/s", "reason": "consumer-reached", "gap": false, "text": "…",
                   "sold": 5, "used": 0, "unit": "LTR"}]}
                """))
        .containsExactly(
            "A1 at f: 90 l, dated 2026-11-01",
            "├─ to w",
            "│  └─ to s: 40 l, sent 11-18 08:00, received 09:00 ● sold 5 l",
            "└─ to w (as above)");
  }

  @Test
  void staysWithinTheScreenHoweverLongTheNames() throws IOException {
    assertThat(
            tree(
                """
                {"direction": "back",
                 "nodes": [
                  {"id": "A/k", "start": true, "lot": "A1", "operator": "k", "name": "缙云县五云金竹中央厨房"},
                  {"id": "A/f", "lot": "A1", "operator": "f", "name": "缙云县大洋金竹蔬菜种植专业合作社"}],
                 "links": [
                  {"from": "A/f", "to": "A/k", "kind": "hop", "received": 119.9, "unit": "KGM",
                   "receivedAt": "2026-11-14T00:11:00Z"}],
                 "ends": [
                  {"node": "A/f", "reason": "origin-reached", "gap": false, "text": "…", "making": "PRODUCE",
                   "made": 181, "unit": "KGM", "date": "2026-11-14"},
                  {"node": "A/k", "reason": "no-shipment", "gap": true, "from": "f",
                   "text": "缙云县五云金竹中央厨房 received 119.9 kg from 缙云县大洋金竹蔬菜种植专业合作社 on 14 November 2026; 缙云县大洋金竹蔬菜种植专业合作社 recorded no shipment."}]}
                """))
        .allMatch(line -> Columns.of(line) <= 98)
        .containsExactly(
            "A1 at 缙云县五云金竹中央厨房",
            "└─ from 缙云县大洋金竹蔬菜种植专业合作社: 119.9 kg received 11-14 08:11",
            "   ● made here: 181 kg, dated 2026-11-14",
            "   ✗ 缙云县五云金竹中央厨房 received 119.9 kg from 缙云县大洋金竹蔬菜种植专业合作社 on 14",
            "     November 2026; 缙云县大洋金竹蔬菜种植专业合作社 recorded no shipment.");
  }

  @Test
  void leavesOutWhatIsMoreThanAScreenful() throws IOException {
    StringBuilder json = new StringBuilder("{\"direction\":\"forward\",\"links\":[],\"ends\":[],");
    json.append("\"nodes\":[");
    for (int i = 0; i < 62; i++) {
      json.append(i == 0 ? "" : ",");
      json.append("{\"id\":\"" + i + "\",\"start\":true,\"lot\":\"A\",\"operator\":\"f\"}");
    }
    List<String> lines = tree(json.append("]}").toString());
    assertThat(lines).hasSize(61).endsWith("… and 2 lines more");
  }
}
