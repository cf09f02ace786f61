-- Ways out: hearings with a day, the voices of those who decide together, wishes for a pause, and
-- memberships that a steward ended by hand.
alter table exclusions
  add column hearing_at timestamptz,
  add column hearing_where text not null default '';

-- What each of those says who decide by consent.
create table exclusion_voices (
  exclusion text not null references exclusions,
  person text not null references persons,
  is_out boolean not null,
  text text not null,
  at timestamptz not null,
  primary key (exclusion, person)
);

create table pause_wishes (
  circle text not null references circles,
  person text not null references persons,
  days integer not null check (days > 0),
  why text not null,
  asked_at timestamptz not null,
  primary key (circle, person)
);

-- Death and dissolution, as a steward wrote them down; taken back where it was a mistake.
create table endings (
  id text primary key,
  circle text not null references circles,
  member text not null,
  -- The class that they were in, for the way back.
  class text not null,
  why text not null check (why in ('died', 'dissolved')),
  by text not null references persons,
  at timestamptz not null,
  taken_back_at timestamptz
);
create index endings_by_circle on endings (circle, at);
