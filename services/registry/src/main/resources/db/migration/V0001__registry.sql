-- Operators, products and API keys. Keys are compared byte by byte (COLLATE "C"), so that their
-- order, and with it the paging, does not depend on the machine's locale.
CREATE SCHEMA registry;

CREATE TABLE registry.operator (
  uscc          text COLLATE "C" PRIMARY KEY CHECK (length(uscc) = 18),
  name          text NOT NULL,
  role          text NOT NULL CHECK (role IN ('producer', 'distributor', 'caterer')),
  -- GB/T 2260, 6 digits, or 9 with the township
  region        text COLLATE "C" NOT NULL CHECK (region ~ '^[0-9]{6}([0-9]{3})?$'),
  -- whether it faces the consumer
  terminal      boolean NOT NULL,
  gln           text COLLATE "C" CHECK (length(gln) = 13),
  address       text,
  contact       text,
  registered_at timestamptz NOT NULL
);

-- the list of operators by region prefix, and by role
CREATE INDEX operator_region ON registry.operator (region, uscc);
CREATE INDEX operator_role ON registry.operator (role, uscc);

CREATE TABLE registry.licence (
  uscc     text COLLATE "C" NOT NULL REFERENCES registry.operator,
  kind     text COLLATE "C" NOT NULL,
  number   text COLLATE "C" NOT NULL,
  valid_to date,
  PRIMARY KEY (uscc, kind, number)
);

-- what an edition of the category table is, and which version of the key varieties (重点品种) its
-- high_risk flags follow
CREATE TABLE registry.food_category_edition (
  edition             text COLLATE "C" PRIMARY KEY,
  title               text NOT NULL,
  key_variety_version text NOT NULL
);

CREATE TABLE registry.food_category (
  edition   text COLLATE "C" NOT NULL REFERENCES registry.food_category_edition,
  code      text COLLATE "C" NOT NULL,
  name_zh   text NOT NULL,
  name_en   text NOT NULL,
  high_risk boolean NOT NULL,
  PRIMARY KEY (edition, code)
);

CREATE TABLE registry.product (
  gtin             text COLLATE "C" PRIMARY KEY CHECK (length(gtin) = 14),
  -- the brand owner
  operator         text COLLATE "C" NOT NULL REFERENCES registry.operator,
  name             text NOT NULL,
  specification    text NOT NULL,
  -- UN/ECE Recommendation 20
  unit             text COLLATE "C" NOT NULL CHECK (unit IN ('KGM', 'GRM', 'LTR', 'MLT', 'H87')),
  shelf_life_days  int NOT NULL CHECK (shelf_life_days > 0),
  category_edition text COLLATE "C" NOT NULL,
  category_code    text COLLATE "C" NOT NULL,
  registered_at    timestamptz NOT NULL,
  FOREIGN KEY (category_edition, category_code) REFERENCES registry.food_category
);

-- the list of products of an operator, and of a category
CREATE INDEX product_operator ON registry.product (operator, gtin);
CREATE INDEX product_category ON registry.product (category_code, gtin);

CREATE TABLE registry.api_key (
  id         text COLLATE "C" PRIMARY KEY,
  -- SHA-256 of the key, which itself is kept nowhere
  key_hash   bytea NOT NULL UNIQUE CHECK (length(key_hash) = 32),
  role       text NOT NULL CHECK (role IN ('enterprise', 'regulator', 'admin')),
  operator   text COLLATE "C" REFERENCES registry.operator,
  label      text NOT NULL,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  -- an enterprise key speaks for one operator, the others for none
  CHECK ((role = 'enterprise') = (operator IS NOT NULL))
);

-- 2020: 食品生产许可分类目录 as revised in 2020 (市场监管总局公告 2020 年第 8 号). local-1: what needs no
-- production licence: farm produce (AG), imports (IM), workshops and central kitchens (CK).
-- The key varieties are those usually singled out for full traceability: meat, aquatic products,
-- dairy, edible oil, food for infants and patients, pre-made dishes, cold-chain imports, leaf
-- vegetables.
INSERT INTO registry.food_category_edition (edition, title, key_variety_version) VALUES
  ('2020', '食品生产许可分类目录（2020）', 'key-varieties-1'),
  ('local-1', '本地补充编码', 'key-varieties-1');

INSERT INTO registry.food_category (edition, code, name_zh, name_en, high_risk) VALUES
  ('2020', '0101', '小麦粉', 'Wheat flour', false),
  ('2020', '0102', '大米', 'Rice', false),
  ('2020', '0103', '挂面', 'Dried noodles', false),
  ('2020', '0104', '其他粮食加工品', 'Other milled and processed grain', false),
  ('2020', '0201', '食用植物油', 'Edible vegetable oil', true),
  ('2020', '0202', '食用油脂制品', 'Processed edible fats', true),
  ('2020', '0203', '食用动物油脂', 'Edible animal fats', true),
  ('2020', '0301', '酱油', 'Soy sauce', false),
  ('2020', '0302', '食醋', 'Vinegar', false),
  ('2020', '0303', '味精', 'Monosodium glutamate', false),
  ('2020', '0304', '酱类', 'Fermented pastes', false),
  ('2020', '0305', '调味料', 'Seasonings', false),
  ('2020', '0306', '食盐', 'Edible salt', false),
  ('2020', '0401', '热加工熟肉制品', 'Heat-treated cooked meat products', true),
  ('2020', '0402', '发酵肉制品', 'Fermented meat products', true),
  ('2020', '0403', '预制调理肉制品', 'Prepared raw meat products', true),
  ('2020', '0404', '腌腊肉制品', 'Cured meat products', true),
  ('2020', '0501', '液体乳', 'Liquid milk', true),
  ('2020', '0502', '乳粉', 'Milk powder', true),
  ('2020', '0503', '其他乳制品', 'Other dairy products', true),
  ('2020', '0601', '包装饮用水', 'Packaged drinking water', false),
  ('2020', '0602', '碳酸饮料（汽水）', 'Carbonated drinks', false),
  ('2020', '0603', '茶类饮料', 'Tea drinks', false),
  ('2020', '0604', '果蔬汁类及其饮料', 'Fruit and vegetable juices and drinks', false),
  ('2020', '0605', '蛋白饮料', 'Protein drinks', false),
  ('2020', '0606', '固体饮料', 'Powdered drinks', false),
  ('2020', '0607', '其他饮料', 'Other drinks', false),
  ('2020', '0701', '方便面', 'Instant noodles', false),
  ('2020', '0702', '其他方便食品', 'Other convenience food', false),
  ('2020', '0703', '调味面制品', 'Seasoned flour snacks', false),
  ('2020', '0801', '饼干', 'Biscuits', false),
  ('2020', '0901', '畜禽水产罐头', 'Canned meat, poultry and aquatic products', false),
  ('2020', '0902', '果蔬罐头', 'Canned fruit and vegetables', false),
  ('2020', '0903', '其他罐头', 'Other canned food', false),
  ('2020', '1001', '冷冻饮品', 'Frozen drinks and ices', false),
  ('2020', '1101', '速冻面米制品', 'Quick-frozen flour and rice products', false),
  ('2020', '1102', '速冻调制食品', 'Quick-frozen prepared food', true),
  ('2020', '1103', '速冻其他食品', 'Other quick-frozen food', false),
  ('2020', '1201', '膨化食品', 'Puffed food', false),
  ('2020', '1202', '薯类食品', 'Potato and tuber products', false),
  ('2020', '1301', '糖果', 'Sweets', false),
  ('2020', '1302', '巧克力及巧克力制品', 'Chocolate and chocolate products', false),
  ('2020', '1303', '代可可脂巧克力及代可可脂巧克力制品', 'Compound chocolate and its products', false),
  ('2020', '1304', '果冻', 'Jelly', false),
  ('2020', '1401', '茶叶', 'Tea', false),
  ('2020', '1402', '茶制品', 'Tea products', false),
  ('2020', '1403', '调味茶', 'Flavoured tea', false),
  ('2020', '1404', '代用茶', 'Herbal tea', false),
  ('2020', '1501', '白酒', 'Baijiu', false),
  ('2020', '1502', '葡萄酒及果酒', 'Wine and fruit wine', false),
  ('2020', '1503', '啤酒', 'Beer', false),
  ('2020', '1504', '黄酒', 'Huangjiu', false),
  ('2020', '1505', '其他酒', 'Other alcoholic drinks', false),
  ('2020', '1506', '食用酒精', 'Edible alcohol', false),
  ('2020', '1601', '酱腌菜', 'Pickled vegetables', false),
  ('2020', '1602', '蔬菜干制品', 'Dried vegetables', false),
  ('2020', '1603', '食用菌制品', 'Edible fungus products', false),
  ('2020', '1604', '其他蔬菜制品', 'Other vegetable products', false),
  ('2020', '1701', '蜜饯', 'Candied fruit', false),
  ('2020', '1702', '水果制品', 'Fruit products', false),
  ('2020', '1801', '炒货食品及坚果制品', 'Roasted seeds and nuts', false),
  ('2020', '1901', '蛋制品', 'Egg products', false),
  ('2020', '2001', '可可制品', 'Cocoa products', false),
  ('2020', '2002', '焙炒咖啡', 'Roasted coffee', false),
  ('2020', '2101', '糖', 'Sugar', false),
  ('2020', '2201', '干制水产品', 'Dried aquatic products', true),
  ('2020', '2202', '盐渍水产品', 'Salted aquatic products', true),
  ('2020', '2203', '鱼糜及鱼糜制品', 'Surimi and surimi products', true),
  ('2020', '2204', '冷冻水产制品', 'Frozen aquatic products', true),
  ('2020', '2205', '熟制水产品', 'Cooked aquatic products', true),
  ('2020', '2206', '生食水产品', 'Aquatic products eaten raw', true),
  ('2020', '2207', '其他水产品', 'Other aquatic products', true),
  ('2020', '2301', '淀粉及淀粉制品', 'Starch and starch products', false),
  ('2020', '2302', '淀粉糖', 'Starch sugars', false),
  ('2020', '2401', '热加工糕点', 'Baked and cooked pastries', false),
  ('2020', '2402', '冷加工糕点', 'Pastries finished cold', false),
  ('2020', '2403', '食品馅料', 'Food fillings', false),
  ('2020', '2501', '豆制品', 'Soybean products', false),
  ('2020', '2601', '蜂蜜', 'Honey', false),
  ('2020', '2602', '蜂王浆（含蜂王浆冻干品）', 'Royal jelly', false),
  ('2020', '2603', '蜂花粉', 'Bee pollen', false),
  ('2020', '2604', '蜂产品制品', 'Bee product preparations', false),
  ('2020', '2701', '保健食品片剂', 'Health food, tablets', false),
  ('2020', '2702', '保健食品粉剂', 'Health food, powders', false),
  ('2020', '2703', '保健食品颗粒剂', 'Health food, granules', false),
  ('2020', '2704', '保健食品茶剂', 'Health food, teas', false),
  ('2020', '2705', '保健食品硬胶囊剂', 'Health food, hard capsules', false),
  ('2020', '2706', '保健食品软胶囊剂', 'Health food, soft capsules', false),
  ('2020', '2707', '保健食品口服液', 'Health food, oral liquids', false),
  ('2020', '2708', '保健食品丸剂', 'Health food, pills', false),
  ('2020', '2709', '保健食品膏剂', 'Health food, pastes', false),
  ('2020', '2710', '保健食品饮料', 'Health food, drinks', false),
  ('2020', '2711', '保健食品酒剂', 'Health food, medicated wines', false),
  ('2020', '2712', '保健食品饼干类', 'Health food, biscuits', false),
  ('2020', '2713', '保健食品糖果类', 'Health food, sweets', false),
  ('2020', '2714', '保健食品糕点类', 'Health food, pastries', false),
  ('2020', '2715', '保健食品液体乳类', 'Health food, liquid milk', false),
  ('2020', '2716', '保健食品原料提取物', 'Health food, extracts as raw material', false),
  ('2020', '2717', '保健食品复配营养素', 'Health food, nutrient premixes', false),
  ('2020', '2718', '保健食品其他类别', 'Health food, other', false),
  ('2020', '2801', '特殊医学用途配方食品', 'Food for special medical purposes', true),
  ('2020', '2802', '特殊医学用途婴儿配方食品', 'Infant formula for special medical purposes', true),
  ('2020', '2901', '婴幼儿配方乳粉', 'Infant formula milk powder', true),
  ('2020', '3001', '婴幼儿谷类辅助食品', 'Cereal-based complementary food for infants', true),
  ('2020', '3002', '婴幼儿罐装辅助食品', 'Canned complementary food for infants', true),
  ('2020', '3003', '其他特殊膳食食品', 'Other food for special diets', false),
  ('2020', '3101', '其他食品', 'Other food', false),
  ('2020', '3201', '食品添加剂', 'Food additives', false),
  ('2020', '3202', '食品用香精', 'Food flavourings', false),
  ('2020', '3203', '复配食品添加剂', 'Compound food additives', false),
  ('local-1', 'AG-GRAIN', '谷物杂粮', 'Grain and pulses, unprocessed', false),
  ('local-1', 'AG-VEG', '蔬菜', 'Vegetables', false),
  ('local-1', 'AG-LEAF', '叶菜', 'Leaf vegetables', true),
  ('local-1', 'AG-FUNGI', '食用菌（鲜）', 'Fresh edible fungi', false),
  ('local-1', 'AG-FRUIT', '水果', 'Fruit', false),
  ('local-1', 'AG-TEA', '茶（初制）', 'Tea, from the farm', false),
  ('local-1', 'AG-LIVESTOCK', '畜肉', 'Livestock meat', true),
  ('local-1', 'AG-POULTRY', '禽肉', 'Poultry meat', true),
  ('local-1', 'AG-EGG', '鲜蛋', 'Fresh eggs', false),
  ('local-1', 'AG-AQUATIC', '水产', 'Live and fresh aquatic products', true),
  ('local-1', 'AG-MILK', '生鲜乳', 'Raw milk', true),
  ('local-1', 'IM-COLD', '进口冷链食品', 'Imported cold-chain food', true),
  ('local-1', 'IM-FOOD', '其他进口食品', 'Other imported food', false),
  ('local-1', 'CK-BAKE', '小作坊烘烤食品（烧饼等）', 'Workshop baking, such as shaobing', false),
  ('local-1', 'CK-NOODLE', '小作坊面制品（爽面等）', 'Workshop noodles', false),
  ('local-1', 'CK-TOFU', '小作坊豆制品', 'Workshop soybean products', false),
  ('local-1', 'CK-MEAT', '小作坊熟肉制品', 'Workshop cooked meat', true),
  ('local-1', 'CK-PREPARED', '预制菜', 'Pre-made dishes', true),
  ('local-1', 'CK-MEAL', '集体配送膳食', 'Meals delivered to groups', true);
