-- The situations that the pages tell, as the ledger would publish them. Today is 20 November 2026.
-- Quantities are millionths of a kilogram or of a piece.
INSERT INTO registry.operator (uscc, name, role, region, terminal, registered_at) VALUES
  ('91331122MA2E000018', '缙云县好溪麻鸭加工有限公司', 'producer', '331122003', false, '2026-01-01Z'),
  ('91331122MA2E00002B', '缙云县五云农产品批发有限公司', 'distributor', '331122', false, '2026-01-01Z'),
  ('91331102MA2E00003F', '丽水市莲都冷链配送有限公司', 'distributor', '331102', false, '2026-01-01Z'),
  ('91331122MA2E00004H', '缙云县新建镇惠民超市', 'distributor', '331122', true, '2026-01-01Z'),
  ('91331122MA2E00005L', '缙云县壶镇便利店', 'distributor', '331122', true, '2026-01-01Z'),
  ('91331102MA2E00006Q', '莲都区丽阳门超市', 'distributor', '331102', true, '2026-01-01Z'),
  ('91331122MA2E00007T', '缙云县实验小学食堂', 'caterer', '331122', true, '2026-01-01Z'),
  ('91331181MA2E00008C', '龙泉市青瓷饭店', 'caterer', '331181', true, '2026-01-01Z'),
  ('91331122MA2E000091', '缙云县学生营养餐中央厨房', 'caterer', '331122', false, '2026-01-01Z');

-- many shops, in three counties
INSERT INTO registry.operator (uscc, name, role, region, terminal, registered_at)
SELECT '9133' || lpad(i::text, 14, '0'), 'shop ' || i, 'distributor',
       (ARRAY['331122', '331102', '331181', '331121'])[1 + i % 10 / 4 + i % 50 / 49], true, '2026-01-01Z'
FROM generate_series(1, 1500) i;

INSERT INTO registry.product (gtin, operator, name, specification, unit, shelf_life_days, category_edition, category_code, registered_at) VALUES
  ('09521234000013', '91331122MA2E000018', '缙云麻鸭（冷鲜光鸭）', '约 1.5 kg/只，真空包装', 'KGM', 30, '2020', '0403', '2026-01-01Z'),
  ('09521234000020', '91331122MA2E000018', '<script>alert(1)</script> & Söhne', '<b>5</b> "pieces"', 'H87', 10, '2020', '1101', '2026-01-01Z'),
  ('09521234000037', '91331122MA2E000018', '缙云烧饼', '5 个/袋', 'H87', 3, '2020', '1101', '2026-01-01Z');

ALTER TABLE published.holding ALTER disposed SET DEFAULT 0;

INSERT INTO published.lot (gtin, lot, maker, production_date, expiration_date, state, chained, matures_on) VALUES
  ('09521234000013', 'CHAINED-1', '91331122MA2E000018', '2026-11-01', '2026-12-01', 'origin', true, '2026-12-01'),
  ('09521234000013', 'GAP-1', '91331122MA2E000018', '2026-10-05', '2026-11-04', 'origin', false, '2026-11-04'),
  ('09521234000013', 'YOUNG-1', '91331122MA2E000018', '2026-11-15', '2026-12-15', 'origin', false, '2026-12-15'),
  ('09521234000013', 'STILL-1', '91331122MA2E000018', '2026-11-15', '2026-12-15', 'origin', false, '2026-12-15'),
  ('09521234000013', 'VOID-1', NULL, NULL, NULL, 'void', false, NULL),
  ('09521234000013', 'UNKNOWN-1', NULL, NULL, NULL, 'unknown', false, NULL),
  ('09521234000013', 'OLD-1', '91331122MA2E000018', '2026-09-01', '2026-10-01', 'origin', true, '2026-10-01'),
  ('09521234000013', 'A/1%', '91331122MA2E000018', '2026-11-01', '2026-12-01', 'origin', false, '2026-12-01'),
  ('09521234000020', '<i>&"x', '91331122MA2E000018', '2026-11-01', '2026-11-11', 'origin', false, '2026-11-11'),
  ('09521234000013', 'MANY-1', '91331122MA2E000018', '2026-10-01', '2026-10-31', 'origin', true, '2026-10-31'),
  ('09521234000013', 'RECALLED-1', '91331122MA2E000018', '2026-11-01', '2026-12-01', 'origin', true, '2026-12-01'),
  ('09521234000013', 'HELD-1', '91331122MA2E000018', '2026-11-01', '2026-12-01', 'origin', true, '2026-12-01'),
  ('09521234000013', 'RELEASED-1', '91331122MA2E000018', '2026-11-01', '2026-12-01', 'origin', true, '2026-12-01'),
  ('09521234000013', 'REPACKED-1', '91331122MA2E00002B', '2026-11-01', '2026-12-01', 'repacked', false, NULL),
  ('09521234000013', 'REPACKED-2', '91331122MA2E00002B', '2026-11-11', '2026-12-01', 'repacked', false, NULL),
  ('09521234000013', 'REPACKED-3', '91331122MA2E00002B', '2026-11-12', '2026-12-01', 'repacked', false, NULL),
  ('09521234000013', 'MADE-OF-HELD-1', '91331122MA2E000018', '2026-11-01', '2026-12-01', 'origin', true, '2026-12-01'),
  ('09521234000013', 'ABROAD-1', '91331122MA2E00002B', '2026-08-09', '2026-12-01', 'origin', true, '2026-12-01'),
  ('09521234000037', '20261118-1', '91331122MA2E000018', '2026-11-18', '2026-11-21', 'origin', true, '2026-11-21');

INSERT INTO published.hop (gtin, lot, seller, buyer, order_code, shipped, received, matched, gap, shipped_at, received_at) VALUES
  ('09521234000013', 'CHAINED-1', '91331122MA2E000018', '91331122MA2E00002B', '', 60000000, 60000000, true, NULL, '2026-11-02 09:00+08', '2026-11-03 09:00+08'),
  ('09521234000013', 'CHAINED-1', '91331122MA2E000018', '91331122MA2E000091', '', 20000000, 20000000, true, NULL, '2026-11-02 09:00+08', '2026-11-02 15:00+08'),
  ('09521234000013', 'CHAINED-1', '91331122MA2E00002B', '91331122MA2E00004H', '', 30000000, 30000000, true, NULL, '2026-11-04 09:00+08', '2026-11-04 14:00+08'),
  ('09521234000013', 'CHAINED-1', '91331122MA2E00002B', '91331102MA2E00006Q', '', 20000000, 20000000, true, NULL, '2026-11-05 09:00+08', '2026-11-06 09:00+08'),
  ('09521234000013', 'CHAINED-1', '91331122MA2E000091', '91331122MA2E00007T', 'PO-7', 18000000, 18000000, true, NULL, '2026-11-04 09:00+08', '2026-11-04 11:00+08'),
  ('09521234000013', 'GAP-1', '91331122MA2E000018', '91331122MA2E00002B', '', 25000000, 0, false, 'no-receipt', '2026-10-08 09:00+08', NULL),
  ('09521234000013', 'GAP-1', '91331122MA2E000018', '91331102MA2E00003F', '', 40000000, 40000000, true, NULL, '2026-10-08 09:00+08', '2026-10-09 09:00+08'),
  ('09521234000013', 'GAP-1', '91331122MA2E00002B', '91331122MA2E00007T', '', 25000000, 40000000, false, 'too-much-received', '2026-10-10 09:00+08', '2026-10-10 16:00+08'),
  ('09521234000013', 'GAP-1', '91331122MA2E00002B', '91331122MA2E00004H', '', 0, 10000000, false, 'no-shipment', NULL, '2026-10-11 09:00+08'),
  ('09521234000013', 'GAP-1', '91331122MA2E00002B', 'licence:JY13311220001', '', 5000000, 0, false, 'no-receipt', '2026-10-12 09:00+08', NULL),
  ('09521234000013', 'GAP-1', '91331122MA2E00002B', '91331181MA2E00008C', '', 0, 0, false, 'void', NULL, NULL),
  ('09521234000013', 'YOUNG-1', '91331122MA2E000018', '91331122MA2E00002B', '', 50000000, 50000000, true, NULL, '2026-11-17 09:00+08', '2026-11-17 16:00+08'),
  ('09521234000013', 'VOID-1', '91331122MA2E000018', '91331122MA2E00002B', '', 50000000, 50000000, true, NULL, '2026-11-17 09:00+08', '2026-11-17 16:00+08'),
  ('09521234000013', 'UNKNOWN-1', '91331122MA2E00002B', '91331122MA2E00004H', '', 10000000, 10000000, true, NULL, '2026-11-10 09:00+08', '2026-11-11 09:00+08'),
  ('09521234000013', 'OLD-1', '91331122MA2E000018', '91331122MA2E00005L', '', 10000000, 10000000, true, NULL, '2026-09-02 08:00+08', '2026-09-02 17:00+08'),
  ('09521234000013', 'OLD-1', '91331122MA2E000018', '91331102MA2E00003F', '', 30000000, 30000000, true, NULL, '2026-09-02 08:00+08', '2026-09-03 00:30+08'),
  ('09521234000037', '20261118-1', '91331122MA2E000018', '91331122MA2E00004H', '', 200000000, 200000000, true, NULL, '2026-11-18 06:00+08', '2026-11-18 07:00+08'),
  ('09521234000037', '20261118-1', '91331122MA2E000018', '91331122MA2E00005L', '', 100000000, 100000000, true, NULL, '2026-11-18 06:00+08', '2026-11-18 08:00+08');

INSERT INTO published.holding (gtin, lot, operator, made, received, shipped, sold, used, terminal, arrives) VALUES
  ('09521234000013', 'CHAINED-1', '91331122MA2E000018', 100000000, 0, 80000000, 0, 0, false, true),
  ('09521234000013', 'CHAINED-1', '91331122MA2E00002B', 0, 60000000, 50000000, 0, 0, false, true),
  ('09521234000013', 'CHAINED-1', '91331122MA2E000091', 0, 20000000, 18000000, 0, 0, false, true),
  ('09521234000013', 'CHAINED-1', '91331122MA2E00004H', 0, 30000000, 0, 12000000, 0, true, true),
  ('09521234000013', 'CHAINED-1', '91331102MA2E00006Q', 0, 20000000, 0, 5000000, 0, true, true),
  ('09521234000013', 'CHAINED-1', '91331122MA2E00007T', 0, 18000000, 0, 0, 18000000, true, true),
  ('09521234000013', 'GAP-1', '91331122MA2E000018', 100000000, 0, 65000000, 0, 0, false, false),
  ('09521234000013', 'GAP-1', '91331122MA2E00002B', 0, 0, 30000000, 0, 0, false, false),
  ('09521234000013', 'GAP-1', '91331102MA2E00003F', 0, 40000000, 0, 0, 0, false, false),
  ('09521234000013', 'GAP-1', '91331122MA2E00007T', 0, 40000000, 0, 0, 41000000, true, false),
  ('09521234000013', 'GAP-1', '91331122MA2E00004H', 0, 10000000, 0, 0, 0, true, false),
  ('09521234000013', 'YOUNG-1', '91331122MA2E000018', 100000000, 0, 50000000, 0, 0, false, false),
  ('09521234000013', 'YOUNG-1', '91331122MA2E00002B', 0, 50000000, 0, 0, 0, false, false),
  ('09521234000013', 'STILL-1', '91331122MA2E000018', 100000000, 0, 0, 0, 0, false, false),
  ('09521234000013', 'VOID-1', '91331122MA2E000018', 0, 0, 50000000, 0, 0, false, false),
  ('09521234000013', 'VOID-1', '91331122MA2E00002B', 0, 50000000, 0, 0, 0, false, false),
  ('09521234000013', 'UNKNOWN-1', '91331122MA2E00002B', 0, 0, 10000000, 0, 0, false, false),
  ('09521234000013', 'UNKNOWN-1', '91331122MA2E00004H', 0, 10000000, 0, 0, 0, true, false),
  ('09521234000013', 'OLD-1', '91331122MA2E000018', 40000000, 0, 40000000, 0, 0, false, true),
  ('09521234000013', 'OLD-1', '91331122MA2E00005L', 0, 10000000, 0, 10000000, 0, true, true),
  ('09521234000013', 'OLD-1', '91331102MA2E00003F', 0, 30000000, 0, 0, 0, false, false),
  ('09521234000013', 'MANY-1', '91331122MA2E000018', 2000000000, 0, 1500000000, 0, 0, false, true),
  ('09521234000037', '20261118-1', '91331122MA2E000018', 500000000, 0, 300000000, 150000000, 0, false, true),
  ('09521234000037', '20261118-1', '91331122MA2E00004H', 0, 200000000, 0, 180000000, 0, true, true),
  ('09521234000037', '20261118-1', '91331122MA2E00005L', 0, 100000000, 0, 80000000, 0, true, true);

-- 1,500 shops bought one kilogram each; every 40th recorded no receipt
INSERT INTO published.hop (gtin, lot, seller, buyer, order_code, shipped, received, matched, gap, shipped_at, received_at)
SELECT '09521234000013', 'MANY-1', '91331122MA2E000018', '9133' || lpad(i::text, 14, '0'), '', 1000000, CASE WHEN i % 40 = 0 THEN 0 ELSE 1000000 END,
       i % 40 <> 0, CASE WHEN i % 40 = 0 THEN 'no-receipt' END,
       timestamptz '2026-10-02 08:00+08' + i * interval '20 minutes', CASE WHEN i % 40 = 0 THEN NULL ELSE timestamptz '2026-10-02 16:00+08' + i * interval '20 minutes' END
FROM generate_series(1, 1500) i;
INSERT INTO published.holding (gtin, lot, operator, made, received, shipped, sold, used, terminal, arrives)
SELECT '09521234000013', 'MANY-1', '9133' || lpad(i::text, 14, '0'), 0, 1000000, 0, 1000000, 0, true, true FROM generate_series(1, 1500) i WHERE i % 40 <> 0;

INSERT INTO published.making (gtin, lot, event_id, operator, kind, live) VALUES
  ('09521234000013', 'CHAINED-1', 'urn:e:1', '91331122MA2E000018', 'PRODUCE', true),
  ('09521234000013', 'REPACKED-1', 'urn:e:2', '91331122MA2E00002B', 'REPACK', true),
  ('09521234000013', 'REPACKED-2', 'urn:e:7', '91331122MA2E00002B', 'REPACK', true),
  ('09521234000013', 'REPACKED-3', 'urn:e:8', '91331122MA2E00002B', 'REPACK', true),
  ('09521234000013', 'ABROAD-1', 'urn:e:9', '91331122MA2E00002B', 'FIRST_IN', true);

INSERT INTO published.lineage (in_gtin, in_lot, out_gtin, out_lot, operator) VALUES
  ('09521234000013', 'HELD-1', '09521234000013', 'REPACKED-2', '91331122MA2E00002B'),
  ('09521234000013', 'REPACKED-2', '09521234000013', 'REPACKED-3', '91331122MA2E00002B'),
  ('09521234000013', 'HELD-1', '09521234000013', 'MADE-OF-HELD-1', '91331122MA2E000018');

INSERT INTO published.measure (gtin, lot, event_id, kind, derived, since, until) VALUES
  ('09521234000013', 'RECALLED-1', 'urn:e:3', 'recalled', false, '2026-11-10Z', NULL),
  ('09521234000013', 'RECALLED-1', 'urn:e:4', 'held', false, '2026-11-09Z', NULL),
  ('09521234000013', 'HELD-1', 'urn:e:5', 'held', false, '2026-11-10Z', '2027-01-01Z'),
  ('09521234000013', 'RELEASED-1', 'urn:e:6', 'held', false, '2026-11-10Z', '2026-11-12Z');

-- order codes: the seals of a restaurant, the deliveries of a wholesaler
INSERT INTO codes.document_type (gdti_type, operator, kind, allocated_at) VALUES
  ('9521199000004', '91331181MA2E00008C', 'sealed-meal', now()),
  ('9521199000011', '91331122MA2E00002B', 'delivery', now());
INSERT INTO codes.order_roll (gdti_type, key_id, first_counter, count, issued_by, issued_at) VALUES
  ('9521199000004', '0', 0, 100, 'test', now()),
  ('9521199000011', '0', 0, 100, 'test', now());
INSERT INTO registry.api_key (id, key_hash, role, operator, label, created_at) VALUES
  ('s', sha256('slk_seller-of-scan'), 'enterprise', '91331122MA2E00002B', 'test', now()),
  ('b', sha256('slk_buyer-of-scan'), 'enterprise', '91331122MA2E00007T', 'test', now()),
  ('o', sha256('slk_other-of-scan'), 'enterprise', '91331181MA2E00008C', 'test', now()),
  ('r', sha256('slk_regulator-of-scan'), 'regulator', NULL, 'test', now());

-- item codes: 1000 was never scanned, 1001 was voided, 1002 was scanned 20 times, 1003 long ago
INSERT INTO codes.item_range (id, gtin, lot, key_id, first_counter, count, operator, issued_by, issued_at) VALUES
  ('019ab9d2-7b5c-7000-8000-000000000001', '09521234000013', 'CHAINED-1', '0', 1000, 100, '91331122MA2E000018', 'test', now());
INSERT INTO codes.item_void (range_id, first_counter, count, reason, voided_by, voided_at) VALUES
  ('019ab9d2-7b5c-7000-8000-000000000001', 1001, 1, 'test', 'test', '2026-11-05Z');
INSERT INTO codes.item_scan (range_id, counter, first_scanned_at, last_counted_at, scans) VALUES
  ('019ab9d2-7b5c-7000-8000-000000000001', 1002, '2026-11-16Z', '2026-11-19T12:00Z', 20),
  ('019ab9d2-7b5c-7000-8000-000000000001', 1003, '2026-01-01Z', '2026-11-19T12:00Z', 3);
-- Shops, and others, at their GLNs.
UPDATE registry.operator SET gln = '9521321000025' WHERE uscc = '91331122MA2E00004H';
UPDATE registry.operator SET gln = '9521321000032' WHERE uscc = '91331122MA2E00002B';
UPDATE registry.operator SET gln = '9521321000049' WHERE uscc = '91331122MA2E000018';
UPDATE registry.operator SET gln = '9521321000056' WHERE uscc IN ('91331122MA2E00005L', '91331102MA2E00006Q');
UPDATE registry.operator SET gln = '9521321000070' WHERE uscc IN ('91331122MA2E00007T', '91331181MA2E00008C');
INSERT INTO registry.issued_gln (operator, gln, issued_by, issued_at) VALUES
  ('91331122MA2E00007T', '9521321000070', 'test', '2026-11-01Z');
INSERT INTO registry.operator (uscc, name, role, region, terminal, gln, registered_at) VALUES
  ('11331122MA2E0000AC', '缙云县市场监督管理局', 'regulator', '331122', false, '9521321000063', '2026-01-01Z');
INSERT INTO registry.licence (uscc, kind, number, valid_to) VALUES
  ('91331122MA2E00004H', '食品经营许可证', 'JY13311220004321', '2028-06-30'),
  ('91331122MA2E00004H', '营业执照 <b>', '91331122MA2E00004H', NULL);

-- What the shop of 新建镇 lately had, beside CHAINED-1, GAP-1, UNKNOWN-1 and the shaobing of two days ago.
INSERT INTO published.lot (gtin, lot, maker, production_date, expiration_date, state, chained, matures_on) VALUES
  ('09521234000037', 'RECALLED-2', '91331122MA2E000018', '2026-11-08', '2026-11-11', 'origin', false, '2026-11-11'),
  ('09521234000037', 'LONG-AGO', '91331122MA2E000018', '2026-09-08', '2026-09-11', 'origin', false, '2026-09-11'),
  ('09521234000037', 'ON-ITS-WAY', '91331122MA2E000018', '2026-11-19', '2026-11-22', 'origin', false, '2026-11-22'),
  ('09521234000013', 'REPACKED-4', '91331122MA2E00002B', '2026-11-12', '2026-12-01', 'repacked', false, NULL);
INSERT INTO published.lineage (in_gtin, in_lot, out_gtin, out_lot, operator) VALUES
  ('09521234000013', 'HELD-1', '09521234000013', 'REPACKED-4', '91331122MA2E00002B');
INSERT INTO published.making (gtin, lot, event_id, operator, kind, live) VALUES
  ('09521234000013', 'REPACKED-4', 'urn:e:11', '91331122MA2E00002B', 'REPACK', true);
INSERT INTO published.measure (gtin, lot, event_id, kind, derived, since, until) VALUES
  ('09521234000037', 'RECALLED-2', 'urn:e:10', 'recalled', false, '2026-11-10Z', NULL);
INSERT INTO published.hop (gtin, lot, seller, buyer, order_code, shipped, received, matched, gap, shipped_at, received_at) VALUES
  ('09521234000037', 'RECALLED-2', '91331122MA2E00002B', '91331122MA2E00004H', '', 10000000, 10000000, true, NULL, '2026-11-08 09:00+08', '2026-11-08 14:00+08'),
  ('09521234000013', 'REPACKED-4', '91331122MA2E00002B', '91331122MA2E00004H', '', 10000000, 10000000, true, NULL, '2026-11-13 09:00+08', '2026-11-13 14:00+08'),
  ('09521234000037', 'LONG-AGO', '91331122MA2E00002B', '91331122MA2E00004H', '', 10000000, 10000000, true, NULL, '2026-09-08 09:00+08', '2026-09-08 14:00+08'),
  ('09521234000037', 'ON-ITS-WAY', '91331122MA2E00002B', '91331122MA2E00004H', '', 10000000, 0, false, 'no-receipt', '2026-11-18 09:00+08', NULL);
