-- The recording of a gathering: the fold of `recording:<gathering>`, which node records it now, and
-- one row a file (a person, from a moment on). A file without a row is deleted.
create table recordings (
  gathering text primary key,
  state jsonb not null,
  kept_until date,
  holder text,
  held_until timestamptz
);
create index recordings_kept_until on recordings (kept_until) where kept_until is not null;
create table recorded (
  id text primary key,
  gathering text not null,
  who text not null,
  track text not null,
  started timestamptz not null
);
create index recorded_gathering on recorded (gathering, started);
create index recorded_who on recorded (who);
