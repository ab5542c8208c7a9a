-- Counters as the ledger would publish them. Today is 20 November 2026 in Shanghai.
INSERT INTO registry.operator (uscc, name, role, region, terminal, registered_at) VALUES
  ('91331122MA2E000018', '缙云县好溪麻鸭加工有限公司', 'producer', '331122003', false, '2026-01-01Z');

INSERT INTO registry.api_key (id, key_hash, role, operator, label, created_at) VALUES
  ('regulator', sha256('slk_regulator-of-this-test'), 'regulator', NULL, 'test', '2026-01-01Z'),
  ('maker', sha256('slk_maker-of-this-test'), 'enterprise', '91331122MA2E000018', 'test', '2026-01-01Z');

INSERT INTO published.rate_cube (matures_on, region, category, operator, lots, chained, void_lots) VALUES
  ('2026-10-05', '331102',    '0403',    '91331102MA2E00003F', 3, 3, 2),
  ('2026-10-31', '331122',    'AG-LEAF', '91331122MA2E00002B', 6, 2, 0),
  ('2026-11-01', '331122',    '0403',    '91331122MA2E000018', 10, 5, 1),
  ('2026-11-02', '331122',    '1102',    '91331122MA2E000018', 0, 0, 3),
  ('2026-11-20', '331122003', '2401',    '91331122MA2E000018', 3, 1, 0),
  ('2026-11-21', '331122003', '2401',    '91331122MA2E000018', 7, 2, 1),
  ('2026-11-02', '330106',    '0403',    '91330106MA2E0000XX', 40, 0, 0);

-- Products with and without a 2D code.
INSERT INTO registry.operator (uscc, name, role, region, terminal, registered_at) VALUES
  ('91331102MA2E00003F', '丽水市莲都冷链配送有限公司', 'distributor', '331102', false, '2026-01-01Z');
INSERT INTO registry.product (gtin, operator, name, specification, unit, shelf_life_days, category_edition, category_code, registered_at)
SELECT gtin, operator, 'product', '1', 'KGM', 30, '2020', category, '2026-01-01Z' FROM (VALUES
  ('09521234000013', '91331122MA2E000018', '0403'),
  ('09521234000020', '91331122MA2E000018', '0403'),
  ('09521234000037', '91331122MA2E000018', '0403'),
  ('09521234000044', '91331122MA2E000018', '0403'),
  ('09521234000051', '91331122MA2E000018', '2401'),
  ('09521234000068', '91331122MA2E000018', '2401'),
  ('09521234000075', '91331102MA2E00003F', '0102')) p (gtin, operator, category);
INSERT INTO codes.migration (gtin, operator, migrated_by, migrated_at) VALUES
  ('09521234000013', '91331122MA2E000018', 'maker', '2026-11-01Z'),
  ('09521234000051', '91331122MA2E000018', 'maker', '2026-11-01Z'),
  ('09521234000075', '91331102MA2E00003F', 'maker', '2026-11-01Z');
INSERT INTO published.lot (gtin, lot, state, chained) VALUES
  ('09521234000013', 'A', 'origin', false),
  ('09521234000020', 'A', 'void', false),
  ('09521234000020', 'B', 'repacked', false),
  ('09521234000037', 'A', 'void', false),
  ('09521234000044', 'A', 'unknown', false);
