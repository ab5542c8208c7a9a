-- The log of each stream: a Merkle tree over its entries (RFC 6962), in the tiles of C2SP tlog-tiles. It grows in the
-- transaction that appends, so its size is the number of the stream's entries and an entry's index is its place among
-- them by log_offset.

-- Where it stands. edge: its partial tiles from the lowest level on, whose widths follow from the size.
-- bundle_offset: the log_offset of the first entry under the partial tile of level 0; null if there is none.
CREATE TABLE ledger.log (
    stream        integer PRIMARY KEY REFERENCES ledger.stream,
    size          bigint NOT NULL,
    bundle_offset bigint,
    edge          bytea NOT NULL
) WITH (fillfactor = 50);

-- Full tiles, 256 hashes each, which never change. first_offset: of level 0, the log_offset of the first of its entries.
CREATE TABLE ledger.log_tile (
    stream       integer NOT NULL REFERENCES ledger.stream,
    level        integer NOT NULL,
    number       bigint NOT NULL,
    first_offset bigint,
    hashes       bytea NOT NULL CHECK (length(hashes) = 8192),
    PRIMARY KEY (stream, level, number),
    CHECK ((level = 0) = (first_offset IS NOT NULL))
);

-- Where an entry is in its log.
CREATE INDEX log_tile_by_offset ON ledger.log_tile (stream, first_offset) WHERE level = 0;

-- hashes do not compress
ALTER TABLE ledger.log ALTER COLUMN edge SET STORAGE EXTERNAL;
ALTER TABLE ledger.log_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- The last signed checkpoint of each log.
CREATE TABLE ledger.checkpoint (
    stream    integer PRIMARY KEY REFERENCES ledger.stream,
    size      bigint NOT NULL,
    root      bytea NOT NULL,
    note      text NOT NULL,
    signed_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

-- What the server may do. Migrations are run by the owner of the schemas; the server logs in as a member of this role
-- (docs/configuration.md), which cannot change what was recorded, nor take it out.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'shilian_server') THEN
        CREATE ROLE shilian_server NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
    NULL; -- another database of this cluster came first
END $$;

DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema' LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO shilian_server', name);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO shilian_server', name);
        EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO shilian_server', name);
    END LOOP;
END $$;

ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO shilian_server;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO shilian_server;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO shilian_server;

REVOKE UPDATE, DELETE ON ledger.entry, ledger.outcome, ledger.log_tile FROM shilian_server;
REVOKE DELETE ON ledger.stream, ledger.log, ledger.checkpoint FROM shilian_server;
