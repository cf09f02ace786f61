-- Two records of one person become one, and can be two again for a while.

-- Whose record this one has become; its id goes on leading there.
alter table persons
  add column merged_into text references persons,
  add constraint person_not_in_itself check (merged_into <> id);
create index persons_merged on persons (merged_into) where merged_into is not null;

create table merges (
  id text primary key,
  kept text not null references persons,
  other text not null references persons,
  by text references persons,
  at timestamptz not null,
  -- Until then they can be parted.
  until timestamptz not null,
  parted_at timestamptz,
  parted_by text references persons,
  check (kept <> other),
  check (until > at)
);
create unique index merged_once on merges (other) where parted_at is null;
create index merges_by_kept on merges (kept);
create index merges_by_time on merges (at desc);

-- What changed hands (kernel/handing-over.ts); gone when it can go back no more.
create table handed_over (
  seq bigint generated always as identity primary key,
  handing text not null,
  "table" text not null,
  "column" text not null,
  how text not null check (how in ('moved', 'aside', 'added', 'reworded')),
  row jsonb not null
);
create index handed_over_by_handing on handed_over (handing, seq);

-- Who has shown, by a code to its mail, that another record is theirs.
create table proven_records (
  person text not null references persons,
  other text not null references persons,
  at timestamptz not null,
  primary key (person, other)
);
alter table sign_in_codes
  drop constraint sign_in_codes_purpose_check,
  add constraint sign_in_codes_purpose_check check (purpose in ('sign-in', 'address', 'record'));
