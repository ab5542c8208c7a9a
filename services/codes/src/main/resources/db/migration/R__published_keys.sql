-- What the other roles may read of what codes were given out. Made again as a whole whenever this file changes.

CREATE SCHEMA IF NOT EXISTS published;

DROP VIEW IF EXISTS published.migration;

-- The products that were moved to a 2D code.
CREATE VIEW published.migration AS
SELECT gtin, operator, migrated_at FROM codes.migration;
