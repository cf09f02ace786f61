-- Decisions: proposals and their texts, rolls, ballots, counts.

create table decisions (
  id text primary key,
  circle text not null references circles,
  -- The key of its kind in the constitution.
  kind text not null,
  state text not null check (state in ('draft', 'talk', 'open', 'counted', 'withdrawn', 'void')),
  -- The decision that is asked again by this one.
  follows text references decisions,
  made_by text not null references persons,
  made_at timestamptz not null,
  -- The number of the text that stands.
  text integer not null,
  urgent boolean not null default false,
  -- For so many days it is open.
  open_days integer,
  proposed_at timestamptz,
  opens_at timestamptz,
  -- Fixed at the opening: the kind and the classes, of whose rules they are, the lot, the roll.
  ruling jsonb,
  ruled_by text references circles,
  ruled_version integer,
  lot jsonb,
  roll_sha256 text check (roll_sha256 ~ '^[0-9a-f]{64}$'),
  opened_at timestamptz,
  closes_at timestamptz,
  reminded_at timestamptz,
  counted_at timestamptz,
  result text check (result in ('passed', 'failed', 'elected', 'level', 'no-quorum')),
  ended_at timestamptz,
  ended_by text,
  ended_why text,
  ended_words text,
  -- The outcome in words, and the day on which it is asked again.
  outcome text,
  outcome_by text,
  outcome_at timestamptz,
  review_on text check (review_on ~ '^\d{4}-\d\d-\d\d$'),
  reviewed_at timestamptz,
  check ((opened_at is null) = (ruling is null)),
  check ((opened_at is null) = (closes_at is null)),
  check ((opened_at is null) = (roll_sha256 is null)),
  check (state <> 'open' or opened_at is not null),
  check ((counted_at is null) = (result is null)),
  check (closes_at > opened_at)
);
create index decisions_by_circle on decisions (circle, state, made_at);
create index decisions_going on decisions (state) where state in ('talk', 'open');
create index decisions_to_review on decisions (review_on) where reviewed_at is null;

-- The texts, one after the other; the number of a decision's text says which one stands.
create table decision_texts (
  decision text not null references decisions,
  number integer not null,
  title text not null,
  question text not null,
  -- [{name, note, person}]
  options jsonb not null,
  seats integer not null check (seats > 0),
  why text not null,
  by text not null,
  at timestamptz not null,
  primary key (decision, number)
);

-- Who supports which text.
create table decision_support (
  decision text not null,
  text integer not null,
  person text not null references persons,
  at timestamptz not null,
  primary key (decision, text, person),
  foreign key (decision, text) references decision_texts
);

-- Objections to lines of a draft roll, and their answers.
create table decision_contests (
  id text primary key,
  decision text not null references decisions,
  member text not null,
  by text not null,
  says text not null,
  at timestamptz not null,
  answer text check (answer in ('put-on', 'taken-off', 'stays')),
  reason text,
  answered_by text,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create index decision_contests_of on decision_contests (decision);

-- The roll as it was frozen: everybody inside on that day, on it or not, with the reason.
create table decision_roll (
  decision text not null references decisions,
  member text not null,
  kind text not null check (kind in ('person', 'co-op')),
  class text not null,
  weight integer not null check (weight > 0),
  votes boolean not null,
  why text not null,
  day integer,
  voted_at timestamptz,
  primary key (decision, member),
  check (votes or voted_at is null)
);
create index decision_roll_of_member on decision_roll (member);

-- The ballot that counts of each entry that voted: the last one.
create table decision_ballots (
  decision text not null,
  member text not null,
  vote jsonb not null,
  -- The reason that goes with it.
  said text not null default '',
  by text not null,
  at timestamptz not null,
  changes integer not null default 0,
  primary key (decision, member),
  foreign key (decision, member) references decision_roll
);

-- What is published at the close.
create table decision_counts (
  decision text primary key references decisions,
  publication jsonb not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$')
);

-- Letters, each once.
create table decision_letters (
  decision text not null references decisions,
  person text not null,
  about text not null,
  at timestamptz not null,
  primary key (decision, person, about)
);
