-- What was brought here from elsewhere, so that bringing it again brings nothing twice.
create table imported (
  circle text not null references circles,
  -- From which kind of place: loomio.
  origin text not null,
  what text not null check (what in ('circle', 'person', 'decision', 'thread', 'comment')),
  -- Its name there, and here.
  key text not null,
  id text not null,
  at timestamptz not null,
  primary key (circle, origin, what, key)
);
create index imported_by_id on imported (id);

-- Decisions that were made elsewhere.
create table decision_sources (
  decision text primary key references decisions,
  circle text not null references circles,
  origin text not null,
  link text,
  -- Whether when it passes was not said there and is assumed here.
  assumed boolean not null,
  -- Whose ballots bear no names, so that they lie in the publication alone.
  anonymous boolean not null
);
