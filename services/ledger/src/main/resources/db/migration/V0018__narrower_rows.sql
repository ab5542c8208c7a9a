-- What follows from single events names its event by the place where it stands, a Kafka partition and an offset: 12
-- bytes in place of an eventID of 50 to 90, in rows and in keys. The eventID is in `event`, and nowhere else. (ADR 0017)
-- The tables are written anew, as a whole, with the columns that need no padding first.

DROP VIEW IF EXISTS published.voiding, published.flag, published.measure, published.mention, published.lineage, published.event,
                    published.verdict, published.stream, published.rate_cube, published.holding, published.hop,
                    published.lot_event, published.making, published.lot;
DROP VIEW ledger.line_flag, ledger.all_receipt_flag;

-- The eventID of an entry follows from its body. A body may be packed (docs/design/ledger.md); those of before are as
-- they came.
ALTER TABLE ledger.entry DROP COLUMN event_id;

-- hash: the SHA-256 in the CBV hash; of what was sent in its place and is none, the SHA-256.
ALTER TABLE ledger.event RENAME TO event_before;
CREATE TABLE ledger.event (
    log_offset bigint,
    event_time timestamptz,
    stream     integer,
    voided     boolean NOT NULL DEFAULT false,
    hash       bytea,
    event_id   text COLLATE "C" NOT NULL,
    type       text COLLATE "C",
    operator   text COLLATE "C"
);
INSERT INTO ledger.event (log_offset, event_time, stream, voided, hash, event_id, type, operator)
SELECT log_offset, event_time, stream, voided,
       CASE WHEN hash ~ '^ni:///sha-256;[0-9a-f]{64}[?]ver=CBV2[.]0$' THEN decode(substr(hash, 15, 64), 'hex')
            ELSE sha256(convert_to(hash, 'UTF8')) END,
       event_id, type, operator
FROM ledger.event_before;

ALTER TABLE ledger.lot_event RENAME TO lot_event_before;
CREATE TABLE ledger.lot_event (
    log_offset   bigint NOT NULL,
    micros       bigint NOT NULL,
    event_time   timestamptz NOT NULL,
    stream       integer NOT NULL,
    line         integer NOT NULL,
    event_date   date NOT NULL,
    gtin         text COLLATE "C" NOT NULL,
    lot          text COLLATE "C" NOT NULL,
    operator     text COLLATE "C" NOT NULL,
    part         text COLLATE "C" NOT NULL
        CHECK (part IN ('made', 'received', 'shipped', 'sold', 'used', 'disposed', 'refused', 'said')),
    order_code   text COLLATE "C" NOT NULL DEFAULT '',
    counterparty text COLLATE "C"
);
INSERT INTO ledger.lot_event (log_offset, micros, event_time, stream, line, event_date, gtin, lot, operator, part,
                              order_code, counterparty)
SELECT e.log_offset, l.micros, l.event_time, e.stream, l.line, l.event_date, l.gtin, l.lot, l.operator, l.part,
       l.order_code, l.counterparty
FROM ledger.lot_event_before l JOIN ledger.event_before e USING (event_id);
DROP TABLE ledger.lot_event_before;
CREATE INDEX lot_event_by_lot ON ledger.lot_event (gtin, lot, operator);
CREATE INDEX lot_event_said ON ledger.lot_event (gtin, lot, event_time) WHERE part = 'said';

ALTER TABLE ledger.mention RENAME TO mention_before;
CREATE TABLE ledger.mention (
    log_offset bigint NOT NULL,
    stream     integer NOT NULL,
    key        text COLLATE "C" NOT NULL
);
INSERT INTO ledger.mention (log_offset, stream, key)
SELECT e.log_offset, e.stream, m.key FROM ledger.mention_before m JOIN ledger.event_before e USING (event_id);
DROP TABLE ledger.mention_before;
ALTER TABLE ledger.mention ADD CONSTRAINT mention_pkey PRIMARY KEY (key, stream, log_offset);

ALTER TABLE ledger.making RENAME TO making_before;
CREATE TABLE ledger.making (
    log_offset      bigint NOT NULL,
    stream          integer NOT NULL,
    production_date date,
    expiration_date date,
    voided          boolean NOT NULL,
    gtin            text COLLATE "C" NOT NULL,
    lot             text COLLATE "C" NOT NULL,
    operator        text COLLATE "C" NOT NULL,
    kind            text COLLATE "C" NOT NULL CHECK (kind IN ('PRODUCE', 'FIRST_IN', 'REPACK'))
);
INSERT INTO ledger.making (log_offset, stream, production_date, expiration_date, voided, gtin, lot, operator, kind)
SELECT e.log_offset, e.stream, m.production_date, m.expiration_date, m.voided, m.gtin, m.lot, m.operator, m.kind
FROM ledger.making_before m JOIN ledger.event_before e USING (event_id);
DROP TABLE ledger.making_before;
ALTER TABLE ledger.making ADD CONSTRAINT making_pkey PRIMARY KEY (gtin, lot, stream, log_offset);
CREATE INDEX making_by_event ON ledger.making (stream, log_offset);

ALTER TABLE ledger.all_receipt RENAME TO all_receipt_before;
CREATE TABLE ledger.all_receipt (
    log_offset bigint NOT NULL,
    event_time timestamptz NOT NULL,
    stream     integer NOT NULL,
    event_date date NOT NULL,
    seller     text COLLATE "C" NOT NULL,
    buyer      text COLLATE "C" NOT NULL,
    order_code text COLLATE "C" NOT NULL
);
INSERT INTO ledger.all_receipt (log_offset, event_time, stream, event_date, seller, buyer, order_code)
SELECT e.log_offset, a.event_time, e.stream, a.event_date, a.seller, a.buyer, a.order_code
FROM ledger.all_receipt_before a JOIN ledger.event_before e USING (event_id);
DROP TABLE ledger.all_receipt_before;
ALTER TABLE ledger.all_receipt ADD CONSTRAINT all_receipt_pkey PRIMARY KEY (stream, log_offset);
CREATE INDEX all_receipt_by_order ON ledger.all_receipt (seller, buyer, order_code);

ALTER TABLE ledger.flag RENAME TO flag_before;
CREATE TABLE ledger.flag (
    log_offset bigint NOT NULL,
    stream     integer NOT NULL,
    gtin       text COLLATE "C" NOT NULL,
    lot        text COLLATE "C" NOT NULL,
    kind       text COLLATE "C" NOT NULL CHECK (kind IN ('expired-at-receipt', 'held', 'recalled', 'impossible-yield',
                                                         'over-shipped'))
);
INSERT INTO ledger.flag (log_offset, stream, gtin, lot, kind)
SELECT e.log_offset, e.stream, f.gtin, f.lot, f.kind
FROM ledger.flag_before f JOIN ledger.event_before e USING (event_id);
DROP TABLE ledger.flag_before;
ALTER TABLE ledger.flag ADD CONSTRAINT flag_pkey PRIMARY KEY (stream, log_offset, gtin, lot, kind);
CREATE INDEX flag_by_lot ON ledger.flag (gtin, lot);

DROP TABLE ledger.event_before;
ALTER TABLE ledger.event ADD CONSTRAINT event_pkey PRIMARY KEY (event_id);
CREATE UNIQUE INDEX event_by_place ON ledger.event (stream, log_offset);

-- What an operator did on a day: equal keys share an entry of the index, which moments never are.
CREATE INDEX event_by_operator ON ledger.event (operator, ((event_time AT TIME ZONE 'UTC')::date));

-- What the flags of the lines have to be: for every live line, each rule.
CREATE VIEW ledger.line_flag AS
SELECT l.gtin, l.lot, l.operator, l.stream, l.log_offset, 'expired-at-receipt' AS kind
FROM ledger.lot_event l
JOIN ledger.event e USING (stream, log_offset)
JOIN ledger.lot x ON (x.gtin, x.lot) = (l.gtin, l.lot)
WHERE l.part = 'received' AND NOT e.voided AND l.event_date > x.expiration_date
UNION
SELECT l.gtin, l.lot, l.operator, l.stream, l.log_offset, 'over-shipped'
FROM ledger.lot_event l
JOIN ledger.event e USING (stream, log_offset)
JOIN ledger.holding h ON (h.gtin, h.lot, h.operator) = (l.gtin, l.lot, l.operator)
WHERE l.part IN ('shipped', 'sold', 'used', 'disposed') AND NOT e.voided AND h.over_shipped
UNION
SELECT l.gtin, l.lot, l.operator, l.stream, l.log_offset, m.kind
FROM ledger.lot_event l
JOIN ledger.event e USING (stream, log_offset)
JOIN ledger.lot_measure m ON (m.gtin, m.lot) = (l.gtin, l.lot)
WHERE l.part IN ('shipped', 'sold', 'used') AND NOT e.voided
  AND l.event_time >= m.since AND (m.until IS NULL OR l.event_time < m.until);

-- The same for receipts of all lines.
CREATE VIEW ledger.all_receipt_flag AS
SELECT h.gtin, h.lot, h.seller, h.buyer, h.order_code, a.stream, a.log_offset, 'expired-at-receipt' AS kind
FROM ledger.hop h
JOIN ledger.all_receipt a USING (seller, buyer, order_code)
JOIN ledger.event e USING (stream, log_offset)
JOIN ledger.lot x ON (x.gtin, x.lot) = (h.gtin, h.lot)
WHERE h.all_received > 0 AND h.shipped > 0 AND h.received = 0 AND NOT e.voided
  AND a.event_date > x.expiration_date;

-- New tables have the rights of new tables, which do not say that the server may have them analyzed.
GRANT MAINTAIN ON ledger.event, ledger.lot_event, ledger.mention, ledger.making, ledger.all_receipt, ledger.flag
    TO shilian_server;
