-- Batches that their product's owner wants codes of before anybody has recorded making them, so that the package
-- can be printed. As soon as the ledger knows of the making, it alone counts.
CREATE TABLE codes.batch_announcement (
    gtin            text COLLATE "C" NOT NULL,
    lot             text COLLATE "C" NOT NULL,
    expiration_date date,
    operator        text COLLATE "C" NOT NULL,
    announced_by    text COLLATE "C" NOT NULL,
    announced_at    timestamptz NOT NULL,
    PRIMARY KEY (gtin, lot)
);
