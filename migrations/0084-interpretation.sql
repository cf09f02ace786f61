-- Who interprets into which language: the fold of `interpretation:<gathering>`.
create table interpretation (
  gathering text primary key,
  state jsonb not null
);
