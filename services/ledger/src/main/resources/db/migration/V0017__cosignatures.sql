-- The last checkpoint of a log that witnesses cosigned: of some time ago, since they take their time.
ALTER TABLE ledger.checkpoint
    ADD COLUMN cosigned_size bigint,
    ADD COLUMN cosigned_note text,
    ADD COLUMN cosigned_at   timestamptz;
