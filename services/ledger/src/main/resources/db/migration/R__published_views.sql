-- What the other roles may read. Made again as a whole whenever this file changes.

CREATE SCHEMA IF NOT EXISTS published;

DROP VIEW IF EXISTS published.voiding, published.flag, published.measure, published.mention, published.lineage, published.event,
                    published.verdict, published.stream, published.rate_cube, published.holding, published.hop,
                    published.lot_event, published.making, published.lot;

CREATE VIEW published.lot AS
SELECT gtin, lot, maker, production_date, expiration_date, state, chained, matures_on FROM ledger.lot;

-- Who said that they made the lot, by what kind of event: PRODUCE, FIRST_IN or REPACK.
CREATE VIEW published.making AS
SELECT m.gtin, m.lot, e.event_id, m.operator, m.kind, m.production_date, m.expiration_date, NOT m.voided AS live
FROM ledger.making m JOIN ledger.event e USING (stream, log_offset);

CREATE VIEW published.lot_event AS
SELECT l.gtin, l.lot, e.event_id, l.line, l.part, e.type, e.operator, l.counterparty, l.order_code,
       l.micros AS quantity, l.event_time, NOT e.voided AS live
FROM ledger.lot_event l JOIN ledger.event e USING (stream, log_offset);

-- shipped, received: what counts on either side. gap: what is wrong with it.
CREATE VIEW published.hop AS
SELECT h.gtin, h.lot, h.seller, h.buyer, h.order_code, h.shipped,
       ledger.effective(h.shipped, h.received, h.all_received) AS received, h.matched,
       CASE WHEN h.matched THEN NULL
            WHEN h.shipped = 0 AND h.received = 0 THEN 'void'
            WHEN h.received = 0 THEN 'no-receipt'
            WHEN h.shipped = 0 THEN 'no-shipment'
            ELSE 'too-much-received' END AS gap,
       side.shipped_at,
       CASE WHEN h.received = 0 AND h.all_received > 0
            THEN (SELECT min(a.event_time) FROM ledger.all_receipt a JOIN ledger.event e USING (stream, log_offset)
                  WHERE (a.seller, a.buyer, a.order_code) = (h.seller, h.buyer, h.order_code) AND NOT e.voided)
            ELSE side.received_at END AS received_at
FROM ledger.hop h
LEFT JOIN (
    -- grouped by the very columns it is joined on, so that a lot's condition reaches lot_event's key
    SELECT l.gtin, l.lot,
           CASE l.part WHEN 'shipped' THEN l.operator ELSE l.counterparty END AS seller,
           CASE l.part WHEN 'shipped' THEN l.counterparty ELSE l.operator END AS buyer,
           l.order_code,
           min(l.event_time) FILTER (WHERE l.part = 'shipped') AS shipped_at,
           min(l.event_time) FILTER (WHERE l.part = 'received') AS received_at
    FROM ledger.lot_event l JOIN ledger.event e USING (stream, log_offset)
    WHERE NOT e.voided AND l.part IN ('shipped', 'received')
    GROUP BY 1, 2, 3, 4, 5
) side USING (gtin, lot, seller, buyer, order_code);

CREATE VIEW published.holding AS
SELECT gtin, lot, operator, made, received, shipped, sold, used, disposed,
       made + received - shipped - sold - used - disposed AS stock, terminal, arrives, over_shipped
FROM ledger.holding
WHERE made <> 0 OR received <> 0 OR shipped <> 0 OR sold <> 0 OR used <> 0 OR disposed <> 0;

-- Lots made of lots.
CREATE VIEW published.lineage AS
SELECT in_gtin, in_lot, out_gtin, out_lot, operator FROM ledger.lineage WHERE live > 0;

CREATE VIEW published.rate_cube AS
SELECT matures_on, region, category, operator, lots, chained, void_lots FROM ledger.rate_cell
WHERE lots <> 0 OR chained <> 0 OR void_lots <> 0;

CREATE VIEW published.stream AS SELECT topic, partition, next_offset FROM ledger.stream;

-- body: as it is stored, maybe packed (org.shilian.chain.pack.EventPacker). hash: the CBV hash.
CREATE VIEW published.event AS
SELECT v.event_id, v.type, v.operator, v.event_time,
       'ni:///sha-256;' || encode(v.hash, 'hex') || '?ver=CBV2.0' AS hash,
       NOT v.voided AS live, e.recorded_at, e.body, e.actor,
       e.parties
FROM ledger.event v JOIN ledger.entry e USING (stream, log_offset);

-- Which events declare the event with this ID, whether or not it has come, in error.
CREATE VIEW published.voiding AS
SELECT d.target, d.event_id, d.operator, NOT e.voided AS live
FROM ledger.declared_void d JOIN ledger.event e USING (event_id);

CREATE VIEW published.mention AS
SELECT m.key, e.event_id, NOT e.voided AS live FROM ledger.mention m JOIN ledger.event e USING (stream, log_offset);

-- The measures that bind a lot, its own and (derived) those on what it was made of.
CREATE VIEW published.measure AS
SELECT gtin, lot, event_id, kind, derived, since, until FROM ledger.lot_measure;

-- What a regulator should see of the events that count.
CREATE VIEW published.flag AS
SELECT e.event_id, f.gtin, f.lot, f.kind, e.type, e.operator, e.event_time
FROM ledger.flag f JOIN ledger.event e USING (stream, log_offset);

-- One row a record of Kafka. makings: the lots that the event made, each as GTIN, space, lot.
CREATE VIEW published.verdict AS
SELECT s.topic, s.partition, e.log_offset, e.capture, e.capture_index, v.event_id, 'accepted' AS verdict,
       NULL::text AS field, NULL::text AS value, NULL::text AS rule,
       CASE WHEN v.type IN ('PRODUCE', 'FIRST_IN', 'REPACK')
            THEN (SELECT array_agg(m.gtin || ' ' || m.lot ORDER BY m.gtin, m.lot) FROM ledger.making m
                  WHERE (m.stream, m.log_offset) = (e.stream, e.log_offset)) END AS makings,
       (SELECT array_agg(DISTINCT f.kind ORDER BY f.kind) FROM ledger.flag f
        WHERE (f.stream, f.log_offset) = (e.stream, e.log_offset)) AS flags,
       e.recorded_at
FROM ledger.entry e JOIN ledger.stream s ON s.id = e.stream
JOIN ledger.event v ON (v.stream, v.log_offset) = (e.stream, e.log_offset)
UNION ALL
SELECT s.topic, s.partition, o.log_offset, o.capture, o.capture_index, o.event_id, o.verdict, o.field, o.value,
       o.rule, NULL, NULL, o.recorded_at
FROM ledger.outcome o JOIN ledger.stream s ON s.id = o.stream;
