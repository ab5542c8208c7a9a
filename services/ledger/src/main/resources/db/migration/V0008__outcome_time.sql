-- When a record was read that was not appended, so that a capture job can say when it was finished. Unknown for
-- those of before.
ALTER TABLE ledger.outcome ADD COLUMN recorded_at timestamptz;
ALTER TABLE ledger.outcome ALTER COLUMN recorded_at SET DEFAULT now();
