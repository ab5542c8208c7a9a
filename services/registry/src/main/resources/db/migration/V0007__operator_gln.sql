-- Whom a party of an EPCIS event is, which names it by its GLN.
CREATE INDEX operator_gln ON registry.operator (gln) WHERE gln IS NOT NULL;
