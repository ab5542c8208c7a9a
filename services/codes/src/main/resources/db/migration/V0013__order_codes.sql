-- Order codes (订单码): one row a roll, none for a single code. What a code is for follows from the events that
-- name it; only that a seal was opened is kept here, since no operator stands behind it.

-- The document types of the operators: for each kind of order one.
CREATE TABLE codes.document_type (
    gdti_type    text COLLATE "C" PRIMARY KEY CHECK (length(gdti_type) = 13),
    operator     text COLLATE "C" NOT NULL,
    kind         text COLLATE "C" NOT NULL CHECK (kind IN ('delivery', 'sealed-meal')),
    allocated_at timestamptz NOT NULL,
    UNIQUE (operator, kind)
);

-- How many counters of a document type were given out under a key.
CREATE TABLE codes.order_counter (
    gdti_type text COLLATE "C" NOT NULL REFERENCES codes.document_type,
    key_id    text COLLATE "C" NOT NULL,
    next      bigint NOT NULL,
    PRIMARY KEY (gdti_type, key_id)
);

-- The counters from first_counter on, count of them. The key finds the roll of a counter, too.
CREATE TABLE codes.order_roll (
    id            uuid PRIMARY KEY DEFAULT uuidv7(),
    gdti_type     text COLLATE "C" NOT NULL REFERENCES codes.document_type,
    key_id        text COLLATE "C" NOT NULL,
    first_counter bigint NOT NULL CHECK (first_counter >= 0),
    count         bigint NOT NULL CHECK (count > 0),
    issued_by     text COLLATE "C" NOT NULL,
    issued_at     timestamptz NOT NULL,
    UNIQUE (gdti_type, key_id, first_counter)
);

-- When somebody who held the sealed meal first said that the seal is broken.
CREATE TABLE codes.seal_opening (
    gdti      text COLLATE "C" PRIMARY KEY,
    opened_at timestamptz NOT NULL
);
