-- What the doors keep: the events of a capture that were refused there and so never reached the ledger.

CREATE SCHEMA capture;

CREATE TABLE capture.refusal (
    capture    text COLLATE "C" NOT NULL,
    index      integer NOT NULL,
    event_id   text COLLATE "C",
    problem    text NOT NULL,
    refused_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (capture, index)
);
