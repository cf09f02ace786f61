-- Polls of a circle over days: which time suits, how something is felt, what everybody thinks.

create table polls (
  id text primary key,
  circle text not null references circles,
  form text not null check (form in ('time', 'sense', 'round')),
  title text not null,
  words text not null,
  -- The thread that it was asked out of.
  thread text references threads,
  -- The zone in which the times of a time poll were written.
  zone text,
  -- Only sums are shown, no names.
  hidden boolean not null,
  shown text not null check (shown in ('at-once', 'after-own')),
  made_by text not null references persons,
  made_at timestamptz not null,
  -- When it opened last, and how often it was given another close.
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  moved integer not null default 0,
  reminded_at timestamptz,
  closed_at timestamptz,
  -- Null: by its time.
  closed_by text,
  withdrawn_at timestamptz,
  withdrawn_by text,
  why text,
  -- Of a time poll: the time that was chosen, and the gathering that was called.
  slot text,
  gathering text unique references gatherings,
  summary text,
  summary_by text,
  summary_at timestamptz,
  check ((form = 'time') = (zone is not null)),
  check ((slot is null) = (gathering is null)),
  check ((summary is null) = (summary_at is null)),
  check ((withdrawn_at is null) = (why is null))
);
create index polls_by_circle on polls (circle, id);
create index polls_open on polls (closes_at) where closed_at is null and withdrawn_at is null;
create index polls_by_thread on polls (thread) where thread is not null;
create index polls_by_maker on polls (made_by);

create table poll_slots (
  id text primary key,
  poll text not null references polls,
  starts_at timestamptz not null,
  minutes integer not null check (minutes > 0)
);
create unique index poll_slots_once on poll_slots (poll, starts_at, minutes);

-- One a person: what they think of a statement, and in words.
create table poll_replies (
  poll text not null references polls,
  person text not null references persons,
  stance text check (stance in ('good', 'unsure', 'concern')),
  text text not null,
  at timestamptz not null,
  changed_at timestamptz,
  primary key (poll, person)
);
create index poll_replies_by_person on poll_replies (person);

create table poll_marks (
  slot text not null references poll_slots,
  poll text not null references polls,
  person text not null references persons,
  mark text not null check (mark in ('yes', 'need', 'no')),
  primary key (slot, person)
);
create index poll_marks_by_answer on poll_marks (poll, person);

-- Letters that were written, each once.
create table poll_letters (
  poll text not null references polls,
  person text not null references persons,
  about text not null,
  at timestamptz not null,
  primary key (poll, person, about)
);

-- Who wishes no letters about the polls of a circle.
create table poll_mutes (
  circle text not null references circles,
  person text not null references persons,
  at timestamptz not null,
  primary key (circle, person)
);
