-- The shape that facilitators chose for a gathering's sound and picture; no row: by its size.
create table voices (
  gathering text primary key,
  shape text check (shape in ('circle', 'plenary'))
);
