-- Keys that the platform numbers: SSCCs and GLNs, under company prefixes; and products that were moved to a 2D code.

-- Whose keys start with these digits; operator is null for a prefix that the platform was configured with. Read as
-- the twelve-digit numbers that start with it, no two prefixes meet: neither starts with the other.
CREATE TABLE codes.company_prefix (
    prefix        text COLLATE "C" PRIMARY KEY CHECK (prefix ~ '^[0-9]{4,12}$'),
    operator      text COLLATE "C" REFERENCES registry.operator,
    registered_by text COLLATE "C" NOT NULL,
    registered_at timestamptz NOT NULL,
    CONSTRAINT company_prefix_apart
        EXCLUDE USING gist (int8range(rpad(prefix, 12, '0')::bigint, rpad(prefix, 12, '9')::bigint, '[]') WITH &&)
);

-- the prefix of an operator that was registered last
CREATE INDEX company_prefix_operator ON codes.company_prefix (operator, registered_at);

-- How many numbers of a kind were given out under a prefix. Moved in the transaction that writes what it is for.
CREATE TABLE codes.key_counter (
    prefix text COLLATE "C" NOT NULL REFERENCES codes.company_prefix,
    kind   text COLLATE "C" NOT NULL,
    next   bigint NOT NULL CHECK (next >= 0),
    PRIMARY KEY (prefix, kind)
);

-- SSCCs: one row a range. first is that of the first box without its check digit, 17 digits read as a number; those
-- of the others follow. No box is in two ranges; the same index finds the range of a box.
CREATE TABLE codes.sscc_range (
    id        uuid PRIMARY KEY DEFAULT uuidv7(),
    prefix    text COLLATE "C" NOT NULL REFERENCES codes.company_prefix,
    first     bigint NOT NULL CHECK (first >= 0),
    count     bigint NOT NULL CHECK (count > 0),
    operator  text COLLATE "C" NOT NULL REFERENCES registry.operator,
    issued_by text COLLATE "C" NOT NULL,
    issued_at timestamptz NOT NULL,
    CONSTRAINT sscc_range_apart EXCLUDE USING gist (int8range(first, first + count) WITH &&)
);

-- The GLN that an operator was given here, once and for good, since it is on its door. The register has it, since the
-- resolver asks there who is at a GLN.
CREATE TABLE registry.issued_gln (
    operator  text COLLATE "C" PRIMARY KEY REFERENCES registry.operator,
    gln       text COLLATE "C" NOT NULL UNIQUE CHECK (length(gln) = 13),
    issued_by text COLLATE "C" NOT NULL,
    issued_at timestamptz NOT NULL
);

-- The products whose old bar code was given a 2D code beside it.
CREATE TABLE codes.migration (
    gtin        text COLLATE "C" PRIMARY KEY REFERENCES registry.product,
    operator    text COLLATE "C" NOT NULL REFERENCES registry.operator,
    migrated_by text COLLATE "C" NOT NULL,
    migrated_at timestamptz NOT NULL
);

-- the products of an operator
CREATE INDEX migration_operator ON codes.migration (operator, gtin);
