-- Item codes (单品码): one row a range, none for a single code. The serials are computed from key and counter.

CREATE SCHEMA codes;

-- How many counters of a product were given out under a key.
CREATE TABLE codes.item_counter (
    gtin   text COLLATE "C" NOT NULL,
    key_id text COLLATE "C" NOT NULL,
    next   bigint NOT NULL,
    PRIMARY KEY (gtin, key_id)
);

-- The counters from first_counter on, count of them. The key finds the range of a counter, too.
CREATE TABLE codes.item_range (
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    gtin          text COLLATE "C" NOT NULL,
    lot           text COLLATE "C" NOT NULL,
    key_id        text COLLATE "C" NOT NULL,
    first_counter bigint NOT NULL CHECK (first_counter >= 0),
    count         bigint NOT NULL CHECK (count > 0),
    operator      text COLLATE "C" NOT NULL,
    issued_by     text COLLATE "C" NOT NULL,
    issued_at     timestamptz NOT NULL,
    UNIQUE (gtin, key_id, first_counter)
);
