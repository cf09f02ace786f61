-- Roles: who holds what from when until when, who would, whose turn it is, draws and handovers.

create table role_terms (
  id text primary key,
  circle text not null references circles,
  -- The key of the role in the circle's constitution.
  role text not null,
  person text not null references persons,
  deputy boolean not null default false,
  "from" timestamptz not null,
  -- The planned end; null: until it is handed on.
  until timestamptz,
  began_at timestamptz,
  ended_at timestamptz,
  ended_why text check (ended_why in ('term', 'handed-on', 'recalled', 'left', 'rule')),
  -- Said when it was recalled or handed on early.
  reason text,
  filled text not null check (filled in ('appointed', 'volunteered', 'elected', 'rotated', 'drawn')),
  filled_by text,
  -- How it was elected: where the result stands, in words.
  result text,
  made_at timestamptz not null,
  check (until > "from"),
  check ((ended_at is null) = (ended_why is null))
);
create index role_terms_by_circle on role_terms (circle, role, "from");
create index role_terms_by_person on role_terms (person, "from");
create index role_terms_open on role_terms (until) where ended_at is null;

-- "I would like to hold it", "I would like to hand it on".
create table role_wishes (
  circle text not null references circles,
  role text not null,
  person text not null references persons,
  wish text not null check (wish in ('hold', 'hand-on')),
  at timestamptz not null,
  primary key (circle, role, person, wish)
);

-- Turns that were passed over.
create table role_skips (
  circle text not null references circles,
  role text not null,
  person text not null references persons,
  at timestamptz not null,
  by text
);
create index role_skips_by_role on role_skips (circle, role, at);

-- Two swap a turn once the other agrees; used up when the second one's term begins.
create table role_swaps (
  circle text not null references circles,
  role text not null,
  first text not null references persons,
  second text not null references persons,
  asked_at timestamptz not null,
  agreed_at timestamptz,
  used_at timestamptz,
  check (first <> second)
);
create unique index role_swap_once on role_swaps (circle, role, first) where used_at is null;

-- What whoever held a role leaves to whoever comes next.
create table role_handovers (
  term text primary key references role_terms,
  text text not null,
  written_at timestamptz not null,
  read_by text,
  read_at timestamptz
);

create table role_reminders (
  term text not null references role_terms,
  days integer not null,
  sent_at timestamptz not null,
  primary key (term, days)
);

create table role_draws (
  id text primary key,
  circle text not null references circles,
  role text not null,
  role_name text not null,
  seats integer not null check (seats > 0),
  -- [{person, name}] as it was published.
  pool jsonb not null,
  commitment text not null,
  secret text not null,
  opened_by text,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  drawn_at timestamptz,
  drawn jsonb,
  check (closes_at > opened_at)
);
create index role_draws_by_circle on role_draws (circle, opened_at);
create table role_draw_words (
  draw text not null references role_draws,
  by text not null,
  at timestamptz not null,
  words text not null,
  primary key (draw, by)
);
