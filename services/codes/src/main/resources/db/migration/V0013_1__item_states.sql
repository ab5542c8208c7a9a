-- What happened to item codes: a row for each that was scanned, and one for each stretch of counters that was
-- voided or printed. What trade events say of an item is the ledger's.

CREATE TABLE codes.item_scan (
    range_id         uuid NOT NULL REFERENCES codes.item_range,
    counter          bigint NOT NULL,
    first_scanned_at timestamptz NOT NULL,
    last_counted_at  timestamptz NOT NULL,
    scans            bigint NOT NULL,
    PRIMARY KEY (range_id, counter)
) WITH (fillfactor = 80);

-- Stretches may overlap; a code is voided from the first that has it. None is ever taken back.
CREATE TABLE codes.item_void (
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    range_id      uuid NOT NULL REFERENCES codes.item_range,
    first_counter bigint NOT NULL,
    count         bigint NOT NULL CHECK (count > 0),
    reason        text NOT NULL,
    voided_by     text COLLATE "C" NOT NULL,
    voided_at     timestamptz NOT NULL
);
CREATE INDEX item_void_by_range ON codes.item_void (range_id, first_counter);

-- What was downloaded. A reprint is of codes some of which were downloaded before.
CREATE TABLE codes.item_print (
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    range_id      uuid NOT NULL REFERENCES codes.item_range,
    first_counter bigint NOT NULL,
    count         bigint NOT NULL CHECK (count > 0),
    format        text COLLATE "C" NOT NULL,
    reprint       boolean NOT NULL,
    reason        text,
    printed_by    text COLLATE "C" NOT NULL,
    printed_at    timestamptz NOT NULL,
    CHECK (NOT reprint OR reason IS NOT NULL)
);
CREATE INDEX item_print_by_range ON codes.item_print (range_id, first_counter);

-- The list of an operator's ranges, and of a lot's.
CREATE INDEX item_range_by_operator ON codes.item_range (operator, id);
CREATE INDEX item_range_by_lot ON codes.item_range (gtin, lot, id);
