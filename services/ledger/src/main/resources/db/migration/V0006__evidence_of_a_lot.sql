-- What was said of a lot, found without its deliveries: few lines among as many as the lot has shops.
CREATE INDEX lot_event_said ON ledger.lot_event (gtin, lot, event_time) WHERE part = 'said';
