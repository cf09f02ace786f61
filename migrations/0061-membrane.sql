-- The membrane: who stands at the door, and how members leave.
create table applications (
  id text primary key,
  circle text not null references circles,
  class text not null,
  person text not null references persons,
  -- The co-op for which the person asks, as they describe it; null when they ask for themselves.
  coop jsonb,
  answers jsonb not null,
  state text not null check (state in ('vouching', 'waiting', 'accepted', 'refused', 'withdrawn')),
  made_at timestamptz not null,
  -- When enough members had vouched, and the waiting time began.
  shown_at timestamptz,
  first_met_at timestamptz,
  decided_at timestamptz,
  decided_by text references persons,
  reason text,
  reminded_at timestamptz
);
create unique index application_once on applications (circle, person, (coalesce(coop ->> 'name', '')))
  where state in ('vouching', 'waiting');
create index applications_by_circle on applications (circle, made_at);
create index applications_by_person on applications (person);

-- Vouching, asking, answering, objecting, consenting.
create table application_words (
  id text primary key,
  application text not null references applications,
  person text not null references persons,
  kind text not null check (kind in ('vouch', 'question', 'answer', 'objection', 'consent')),
  text text not null,
  at timestamptz not null,
  taken_back_at timestamptz
);
create index application_words_by_application on application_words (application, at);
create unique index application_word_once on application_words (application, person, kind)
  where taken_back_at is null and kind in ('vouch', 'objection', 'consent');

create table join_links (
  id text primary key,
  circle text not null references circles,
  class text not null,
  token bytea not null unique,
  made_by text not null references persons,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  uses integer not null check (uses > 0),
  used integer not null default 0 check (used between 0 and uses),
  ended_at timestamptz
);
create index join_links_by_circle on join_links (circle);

-- Who has said that they leave, and from when.
create table departures (
  circle text not null references circles,
  person text not null references persons,
  said_at timestamptz not null,
  leaves_at timestamptz not null,
  primary key (circle, person)
);

create table exclusions (
  id text primary key,
  circle text not null references circles,
  member text not null,
  opened_by text not null references persons,
  opened_at timestamptz not null,
  reason text not null,
  -- Not before this is it decided.
  decide_from timestamptz not null,
  heard text,
  heard_at timestamptz,
  outcome text check (outcome in ('out', 'stays')),
  decided_by text references persons,
  decided_at timestamptz,
  decision text,
  appeal_until timestamptz,
  appeal text,
  appealed_at timestamptz,
  appeal_outcome text check (appeal_outcome in ('holds', 'lifted')),
  appeal_decided_by text references persons,
  appeal_decided_at timestamptz,
  appeal_decision text
);
create unique index exclusion_once on exclusions (circle, member) where outcome is null;
create index exclusions_by_member on exclusions (member);

-- What was refused without a word, counted by day.
create table quiet_refusals (
  circle text not null references circles,
  day date not null,
  why text not null,
  count integer not null,
  primary key (circle, day, why)
);
