-- Who writes captions in which language, and the speech engine that may: the fold of `captions:<gathering>`.
-- The lines themselves stand in the record. Of an engine's key only its sha-256 is kept.
create table captions (
  gathering text primary key,
  state jsonb not null,
  engine_key text
);
create index record_captions on record (topic, seq) where kind = 'captions.said';
