-- Lines are found by their lot, or by lot and operator. That a line is there once follows from its event, which is
-- claimed once; the key that said so again held every event's ID, and was as large as the table. Without the ID equal
-- keys share an entry of the index.
ALTER TABLE ledger.lot_event DROP CONSTRAINT lot_event_pkey;
CREATE INDEX lot_event_by_lot ON ledger.lot_event (gtin, lot, operator);

-- So that the server can have the tables analyzed while a young ledger grows. The log's own tables are not among them.
GRANT MAINTAIN ON ledger.event, ledger.declared_void, ledger.lot, ledger.lot_event, ledger.mention, ledger.making,
                  ledger.delivery, ledger.hop, ledger.all_receipt, ledger.holding, ledger.lineage, ledger.measure,
                  ledger.measure_end, ledger.lot_measure, ledger.flag, ledger.rate_cell TO shilian_server;
