-- Constitutions: versioned rules of circles, and the numbers that their sentences are cited by.

-- One row a circle that has rules of its own or is making them; whoever changes them locks it.
create table constitutions (
  circle text primary key references circles,
  -- The version adopted last; 0 when none was.
  last_number integer not null default 0
);

-- A version: in the making (one at most a circle), proposed, or adopted for good.
create table constitution_versions (
  id text primary key,
  circle text not null references constitutions,
  -- 1, 2, 3 … in the order of adoption; null before.
  number integer,
  state text not null check (state in ('draft', 'proposed', 'adopted')),
  -- The document: one part a section.
  parts jsonb not null,
  -- How often each section was changed in the making, and by whom last.
  revisions jsonb not null default '{}',
  -- What the change is for, in a few lines.
  why text not null default '',
  -- The day from which it holds, in the zone of the hall.
  day text check (day ~ '^\d{4}-\d\d-\d\d$'),
  proposed_by text references persons,
  proposed_at timestamptz,
  adopted_at timestamptz,
  -- Of the document in canonical JSON, when it was adopted.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check ((state = 'adopted') = (number is not null and adopted_at is not null and sha256 is not null)),
  check (state = 'draft' or day is not null)
);
create unique index constitution_in_the_making on constitution_versions (circle)
  where state <> 'adopted';
create unique index constitution_by_number on constitution_versions (circle, number);

-- Who adopted a version: the stewards together, or nobody where a decision did.
create table constitution_adopters (
  version text not null references constitution_versions,
  person text not null references persons,
  at timestamptz not null,
  primary key (version, person)
);

-- A number belongs to its rule for ever.
create table constitution_numbers (
  circle text not null references constitutions,
  section text not null,
  key text not null,
  number integer not null check (number > 0),
  primary key (circle, section, key),
  unique (circle, section, number)
);
