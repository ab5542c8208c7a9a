-- The chain ledger. Everything here but `entry` and `stream` can be computed again from `entry`.
-- Keys are the business's own (GTIN, lot, USCC), in code-point order, so that Java and SQL sort alike.
-- Quantities are millionths of the base unit: milligrams, microlitres, micro-pieces.

CREATE SCHEMA ledger;

-- One row a Kafka partition. next_offset moves in the transaction that appends, by compare-and-set: a writer
-- that lost its partition finds another value and rolls back.
CREATE TABLE ledger.stream (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text COLLATE "C" NOT NULL,
    partition   integer NOT NULL,
    next_offset bigint NOT NULL DEFAULT 0,
    UNIQUE (topic, partition)
);

-- What was accepted, as it travelled. Appended, never changed.
CREATE TABLE ledger.entry (
    stream        integer NOT NULL REFERENCES ledger.stream,
    log_offset    bigint NOT NULL,
    event_id      text COLLATE "C" NOT NULL,
    capture       text COLLATE "C",
    capture_index integer,
    recorded_at   timestamptz NOT NULL DEFAULT now(),
    body          bytea NOT NULL,
    PRIMARY KEY (stream, log_offset)
);

-- What was read from Kafka and not appended, and why.
CREATE TABLE ledger.outcome (
    stream        integer NOT NULL REFERENCES ledger.stream,
    log_offset    bigint NOT NULL,
    event_id      text COLLATE "C",
    capture       text COLLATE "C",
    capture_index integer,
    verdict       text COLLATE "C" NOT NULL CHECK (verdict IN ('duplicate', 'refused', 'quarantined')),
    field         text,
    value         text,
    rule          text,
    body          bytea,
    PRIMARY KEY (stream, log_offset)
);

-- Identity and standing of an event. A row without a stream is a place held by a VOID that came first.
CREATE TABLE ledger.event (
    event_id   text COLLATE "C" PRIMARY KEY,
    stream     integer,
    log_offset bigint,
    type       text COLLATE "C",
    operator   text COLLATE "C",
    hash       text COLLATE "C",
    voided     boolean NOT NULL DEFAULT false
);

-- Who declared which event in error. Counts only if the event is the same operator's.
CREATE TABLE ledger.declared_void (
    target   text COLLATE "C" NOT NULL,
    operator text COLLATE "C" NOT NULL,
    event_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (target, operator, event_id)
);

-- The lines of the events, by lot: what a lot's page and trace read.
CREATE TABLE ledger.lot_event (
    gtin         text COLLATE "C" NOT NULL,
    lot          text COLLATE "C" NOT NULL,
    event_id     text COLLATE "C" NOT NULL,
    line         integer NOT NULL,
    counterparty text COLLATE "C",
    order_code   text COLLATE "C" NOT NULL DEFAULT '',
    micros       bigint NOT NULL,
    event_time   timestamptz NOT NULL,
    PRIMARY KEY (gtin, lot, event_id, line)
);

CREATE TABLE ledger.lot (
    gtin            text COLLATE "C" NOT NULL,
    lot             text COLLATE "C" NOT NULL,
    state           text COLLATE "C" NOT NULL DEFAULT 'unknown' CHECK (state IN ('origin', 'void', 'unknown')),
    maker           text COLLATE "C",
    production_date date,
    expiration_date date,
    matures_on      date,
    chained         boolean NOT NULL DEFAULT false,
    PRIMARY KEY (gtin, lot)
) WITH (fillfactor = 80);

-- One row a PRODUCE event: a lot's maker and dates are the smallest over those that count.
CREATE TABLE ledger.making (
    gtin            text COLLATE "C" NOT NULL,
    lot             text COLLATE "C" NOT NULL,
    event_id        text COLLATE "C" NOT NULL,
    operator        text COLLATE "C" NOT NULL,
    production_date date NOT NULL,
    expiration_date date NOT NULL,
    voided          boolean NOT NULL,
    PRIMARY KEY (gtin, lot, event_id)
);

-- A hop's two sides match: both are there and the received one is at most the shipped one plus the tolerance.
-- The same integer arithmetic as ChainingRule.matched.
CREATE FUNCTION ledger.matched(shipped bigint, received bigint, per_mille integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN shipped > 0 AND received > 0
   AND received - shipped <= shipped / 1000 * per_mille + shipped % 1000 * per_mille / 1000;

CREATE TABLE ledger.hop (
    gtin       text COLLATE "C" NOT NULL,
    lot        text COLLATE "C" NOT NULL,
    seller     text COLLATE "C" NOT NULL,
    buyer      text COLLATE "C" NOT NULL,
    order_code text COLLATE "C" NOT NULL,
    shipped    bigint NOT NULL,
    received   bigint NOT NULL,
    matched    boolean NOT NULL,
    PRIMARY KEY (gtin, lot, seller, buyer, order_code)
) WITH (fillfactor = 80);

-- Links of a lot by their buyer: how `arrives` spreads backwards.
CREATE INDEX hop_by_buyer ON ledger.hop (gtin, lot, buyer) WHERE matched;

CREATE TABLE ledger.holding (
    gtin     text COLLATE "C" NOT NULL,
    lot      text COLLATE "C" NOT NULL,
    operator text COLLATE "C" NOT NULL,
    made     bigint NOT NULL,
    received bigint NOT NULL,
    shipped  bigint NOT NULL,
    sold     bigint NOT NULL,
    used     bigint NOT NULL,
    terminal boolean NOT NULL,
    arrives  boolean NOT NULL DEFAULT false,
    PRIMARY KEY (gtin, lot, operator)
) WITH (fillfactor = 80);

CREATE TABLE ledger.rate_cell (
    matures_on date NOT NULL,
    region     text COLLATE "C" NOT NULL,
    category   text COLLATE "C" NOT NULL,
    operator   text COLLATE "C" NOT NULL,
    lots       bigint NOT NULL,
    chained    bigint NOT NULL,
    void_lots  bigint NOT NULL,
    PRIMARY KEY (matures_on, region, category, operator)
) WITH (fillfactor = 70);

-- What the other roles may read.
CREATE SCHEMA published;

CREATE VIEW published.lot AS
SELECT gtin, lot, maker, production_date, expiration_date, state, chained, matures_on FROM ledger.lot;

CREATE VIEW published.lot_event AS
SELECT l.gtin, l.lot, l.event_id, l.line, e.type, e.operator, l.counterparty, l.order_code, l.micros AS quantity, l.event_time,
       NOT e.voided AS live
FROM ledger.lot_event l JOIN ledger.event e USING (event_id);

CREATE VIEW published.hop AS
SELECT h.gtin, h.lot, h.seller, h.buyer, h.order_code, h.shipped, h.received, h.matched,
       CASE WHEN h.matched THEN NULL
            WHEN h.shipped = 0 AND h.received = 0 THEN 'void'
            WHEN h.received = 0 THEN 'no-receipt'
            WHEN h.shipped = 0 THEN 'no-shipment'
            ELSE 'too-much-received' END AS gap,
       side.shipped_at, side.received_at
FROM ledger.hop h
LEFT JOIN (
    -- grouped by the very columns it is joined on, so that a lot's condition reaches lot_event's key
    SELECT l.gtin, l.lot,
           CASE e.type WHEN 'SHIP' THEN e.operator ELSE l.counterparty END AS seller,
           CASE e.type WHEN 'SHIP' THEN l.counterparty ELSE e.operator END AS buyer,
           l.order_code,
           min(l.event_time) FILTER (WHERE e.type = 'SHIP') AS shipped_at,
           min(l.event_time) FILTER (WHERE e.type = 'RECEIVE') AS received_at
    FROM ledger.lot_event l JOIN ledger.event e USING (event_id)
    WHERE NOT e.voided AND l.counterparty IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5
) side USING (gtin, lot, seller, buyer, order_code);

CREATE VIEW published.holding AS
SELECT gtin, lot, operator, made, received, shipped, sold, used, terminal, arrives FROM ledger.holding;

CREATE VIEW published.rate_cube AS
SELECT matures_on, region, category, operator, lots, chained, void_lots FROM ledger.rate_cell
WHERE lots <> 0 OR chained <> 0 OR void_lots <> 0;

CREATE VIEW published.stream AS SELECT topic, partition, next_offset FROM ledger.stream;

-- `made`: the Digital Link of the lot that a PRODUCE made.
CREATE VIEW published.verdict AS
SELECT s.topic, s.partition, e.log_offset, e.capture, e.capture_index, e.event_id, 'accepted' AS verdict,
       NULL::text AS field, NULL::text AS value, NULL::text AS rule,
       CASE v.type WHEN 'PRODUCE'
            THEN convert_from(e.body, 'UTF8')::jsonb #>> '{quantityList,0,epcClass}' END AS made
FROM ledger.entry e JOIN ledger.stream s ON s.id = e.stream JOIN ledger.event v USING (event_id)
UNION ALL
SELECT s.topic, s.partition, o.log_offset, o.capture, o.capture_index, o.event_id, o.verdict, o.field, o.value, o.rule, NULL
FROM ledger.outcome o JOIN ledger.stream s ON s.id = o.stream;
