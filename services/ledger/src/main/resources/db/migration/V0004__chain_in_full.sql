-- The chain in full: every event of every role, lots made of lots, receipts of all lines of an order, voids of
-- voids, holds and recalls, and what a regulator should see.

-- They are made again, all in one place, by R__published_views.sql.
DROP VIEW published.verdict, published.stream, published.rate_cube, published.holding, published.hop,
          published.lot_event, published.lot;

-- Who posted it, and which of the party URIs in it belong to whom, as the door found at the time.
ALTER TABLE ledger.entry
    ADD COLUMN actor   text COLLATE "C",
    ADD COLUMN parties text;

UPDATE ledger.entry n SET actor = e.operator FROM ledger.event e WHERE e.event_id = n.event_id;
ALTER TABLE ledger.entry ALTER COLUMN actor SET NOT NULL;

ALTER TABLE ledger.event ADD COLUMN event_time timestamptz;

UPDATE ledger.event e
SET event_time = (convert_from(n.body, 'UTF8')::jsonb ->> 'eventTime')::timestamptz
FROM ledger.entry n
WHERE (n.stream, n.log_offset) = (e.stream, e.log_offset);

-- What an operator did in a window.
CREATE INDEX event_by_operator ON ledger.event (operator, event_time);

-- The chain of VOIDs, from a VOID to what it names.
CREATE INDEX declared_void_by_event ON ledger.declared_void (event_id);

-- part: which of a holding's sums the line went to; 'refused' and 'said' for lines that moved nothing.
-- event_date: the day where it happened.
ALTER TABLE ledger.lot_event
    ADD COLUMN part       text COLLATE "C",
    ADD COLUMN operator   text COLLATE "C",
    ADD COLUMN event_date date;

UPDATE ledger.lot_event l
SET part = CASE e.type WHEN 'PRODUCE' THEN 'made' WHEN 'SHIP' THEN 'shipped' WHEN 'RECEIVE' THEN 'received'
                       WHEN 'SELL' THEN 'sold' WHEN 'USE' THEN 'used' END,
    operator = e.operator,
    event_date = left(convert_from(n.body, 'UTF8')::jsonb ->> 'eventTime', 10)::date
FROM ledger.event e JOIN ledger.entry n USING (stream, log_offset)
WHERE e.event_id = l.event_id;

ALTER TABLE ledger.lot_event
    ALTER COLUMN part SET NOT NULL,
    ALTER COLUMN operator SET NOT NULL,
    ALTER COLUMN event_date SET NOT NULL,
    ADD CHECK (part IN ('made', 'received', 'shipped', 'sold', 'used', 'disposed', 'refused', 'said')),
    DROP CONSTRAINT lot_event_pkey,
    ADD PRIMARY KEY (gtin, lot, operator, event_id, line);

-- The orders, boxes and items that events name beside lots: 'order:…', 'box:…', 'item:gtin:serial'.
CREATE TABLE ledger.mention (
    key      text COLLATE "C" NOT NULL,
    event_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (key, event_id)
);

INSERT INTO ledger.mention (key, event_id)
SELECT DISTINCT 'order:' || order_code, event_id FROM ledger.lot_event WHERE order_code <> '';

ALTER TABLE ledger.lot DROP CONSTRAINT lot_state_check;
ALTER TABLE ledger.lot ADD CHECK (state IN ('origin', 'repacked', 'void', 'unknown'));

-- One row an event that made the lot. Only a repacked lot may come without dates.
ALTER TABLE ledger.making
    ADD COLUMN kind text COLLATE "C" NOT NULL DEFAULT 'PRODUCE' CHECK (kind IN ('PRODUCE', 'FIRST_IN', 'REPACK')),
    ALTER COLUMN production_date DROP NOT NULL,
    ALTER COLUMN expiration_date DROP NOT NULL;
ALTER TABLE ledger.making ALTER COLUMN kind DROP DEFAULT;

-- The lots that an event made, for its verdict.
CREATE INDEX making_by_event ON ledger.making (event_id);

-- Whether a quantity is above another by more than the tolerance; the same integer arithmetic as
-- ChainingRule.exceeds.
CREATE FUNCTION ledger.exceeds(more bigint, base bigint, per_mille integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN more - base > base / 1000 * per_mille + base % 1000 * per_mille / 1000;

-- What a hop counts as received: its lines; without any, all that was shipped if a receipt says "all lines".
CREATE FUNCTION ledger.effective(shipped bigint, received bigint, all_received integer) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN received > 0 THEN received WHEN all_received > 0 THEN shipped ELSE 0 END;

ALTER TABLE ledger.hop ADD COLUMN all_received integer NOT NULL DEFAULT 0;

-- How often all of an order was said to be received. Whoever writes a hop of an order holds its row here.
CREATE TABLE ledger.delivery (
    seller       text COLLATE "C" NOT NULL,
    buyer        text COLLATE "C" NOT NULL,
    order_code   text COLLATE "C" NOT NULL,
    all_received integer NOT NULL,
    PRIMARY KEY (seller, buyer, order_code)
) WITH (fillfactor = 80);

INSERT INTO ledger.delivery (seller, buyer, order_code, all_received)
SELECT DISTINCT seller, buyer, order_code, 0 FROM ledger.hop WHERE order_code <> '';

-- A lot's hops by their buyer, those with a gap too. It begins with the buyer, so that the planner never takes it
-- for the primary key; and an update of `matched` does not touch it.
DROP INDEX ledger.hop_by_buyer;
CREATE INDEX hop_by_buyer ON ledger.hop (buyer, gtin, lot);

-- The hops of an order, for a receipt of all its lines.
CREATE INDEX hop_by_order ON ledger.hop (seller, buyer, order_code) WHERE order_code <> '';

-- The receipts of all lines of an order.
CREATE TABLE ledger.all_receipt (
    event_id   text COLLATE "C" PRIMARY KEY,
    seller     text COLLATE "C" NOT NULL,
    buyer      text COLLATE "C" NOT NULL,
    order_code text COLLATE "C" NOT NULL,
    event_time timestamptz NOT NULL,
    event_date date NOT NULL
);
CREATE INDEX all_receipt_by_order ON ledger.all_receipt (seller, buyer, order_code);

-- serves: a consumer gets it here: at a terminal operator, or made and sold at its maker's own shop.
ALTER TABLE ledger.holding
    ADD COLUMN disposed     bigint NOT NULL DEFAULT 0,
    ADD COLUMN over_shipped boolean NOT NULL DEFAULT false,
    ADD COLUMN serves       boolean NOT NULL GENERATED ALWAYS AS (terminal OR (made > 0 AND sold > 0)) STORED;

UPDATE ledger.holding SET over_shipped = true
WHERE ledger.exceeds(shipped + sold + used, made + received, 20);

-- Lots made of lots: links of the graph while live > 0.
CREATE TABLE ledger.lineage (
    in_gtin  text COLLATE "C" NOT NULL,
    in_lot   text COLLATE "C" NOT NULL,
    out_gtin text COLLATE "C" NOT NULL,
    out_lot  text COLLATE "C" NOT NULL,
    operator text COLLATE "C" NOT NULL,
    live     integer NOT NULL,
    PRIMARY KEY (in_gtin, in_lot, operator, out_gtin, out_lot)
);
CREATE INDEX lineage_by_output ON ledger.lineage (out_gtin, out_lot, operator) WHERE live > 0;

-- The edges of the chain graph, from holding to holding.
CREATE VIEW ledger.link AS
SELECT gtin, lot, seller AS operator, gtin AS to_gtin, lot AS to_lot, buyer AS to_operator
FROM ledger.hop WHERE matched
UNION ALL
SELECT in_gtin, in_lot, operator, out_gtin, out_lot, operator FROM ledger.lineage WHERE live > 0;

-- Holds and recalls, one row a lot that the event names, and what ends them. Which is in force when follows from
-- both, whichever came first.
CREATE TABLE ledger.measure (
    event_id text COLLATE "C" NOT NULL,
    gtin     text COLLATE "C" NOT NULL,
    lot      text COLLATE "C" NOT NULL,
    kind     text COLLATE "C" NOT NULL CHECK (kind IN ('held', 'recalled')),
    derived  boolean NOT NULL,
    since    timestamptz NOT NULL,
    voided   boolean NOT NULL,
    PRIMARY KEY (event_id, gtin, lot)
);
CREATE INDEX measure_by_lot ON ledger.measure (gtin, lot);

CREATE TABLE ledger.measure_end (
    event_id text COLLATE "C" PRIMARY KEY,
    target   text COLLATE "C" NOT NULL,
    kind     text COLLATE "C" NOT NULL CHECK (kind IN ('held', 'recalled')),
    at       timestamptz NOT NULL,
    voided   boolean NOT NULL
);
CREATE INDEX measure_end_by_target ON ledger.measure_end (target);

-- The measures that bind a lot, its own and those on what it was made of: kept, because every sale looks here.
CREATE TABLE ledger.lot_measure (
    gtin     text COLLATE "C" NOT NULL,
    lot      text COLLATE "C" NOT NULL,
    event_id text COLLATE "C" NOT NULL,
    kind     text COLLATE "C" NOT NULL,
    derived  boolean NOT NULL,
    since    timestamptz NOT NULL,
    until    timestamptz,
    PRIMARY KEY (gtin, lot, event_id)
);

-- What a regulator should see of the events that count.
CREATE TABLE ledger.flag (
    event_id text COLLATE "C" NOT NULL,
    gtin     text COLLATE "C" NOT NULL,
    lot      text COLLATE "C" NOT NULL,
    kind     text COLLATE "C" NOT NULL CHECK (kind IN ('expired-at-receipt', 'held', 'recalled', 'impossible-yield',
                                                           'over-shipped')),
    PRIMARY KEY (event_id, gtin, lot, kind)
);
CREATE INDEX flag_by_lot ON ledger.flag (gtin, lot);

-- What the flags of the lines have to be: for every live line, each rule.
CREATE VIEW ledger.line_flag AS
SELECT l.gtin, l.lot, l.operator, l.event_id, 'expired-at-receipt' AS kind
FROM ledger.lot_event l
JOIN ledger.event e USING (event_id)
JOIN ledger.lot x ON (x.gtin, x.lot) = (l.gtin, l.lot)
WHERE l.part = 'received' AND NOT e.voided AND l.event_date > x.expiration_date
UNION
SELECT l.gtin, l.lot, l.operator, l.event_id, 'over-shipped'
FROM ledger.lot_event l
JOIN ledger.event e USING (event_id)
JOIN ledger.holding h ON (h.gtin, h.lot, h.operator) = (l.gtin, l.lot, l.operator)
WHERE l.part IN ('shipped', 'sold', 'used', 'disposed') AND NOT e.voided AND h.over_shipped
UNION
SELECT l.gtin, l.lot, l.operator, l.event_id, m.kind
FROM ledger.lot_event l
JOIN ledger.event e USING (event_id)
JOIN ledger.lot_measure m ON (m.gtin, m.lot) = (l.gtin, l.lot)
WHERE l.part IN ('shipped', 'sold', 'used') AND NOT e.voided
  AND l.event_time >= m.since AND (m.until IS NULL OR l.event_time < m.until);

-- The same for receipts of all lines.
CREATE VIEW ledger.all_receipt_flag AS
SELECT h.gtin, h.lot, h.seller, h.buyer, h.order_code, a.event_id, 'expired-at-receipt' AS kind
FROM ledger.hop h
JOIN ledger.all_receipt a USING (seller, buyer, order_code)
JOIN ledger.event e USING (event_id)
JOIN ledger.lot x ON (x.gtin, x.lot) = (h.gtin, h.lot)
WHERE h.all_received > 0 AND h.shipped > 0 AND h.received = 0 AND NOT e.voided
  AND a.event_date > x.expiration_date;

INSERT INTO ledger.flag (event_id, gtin, lot, kind)
SELECT DISTINCT event_id, gtin, lot, kind FROM ledger.line_flag;
