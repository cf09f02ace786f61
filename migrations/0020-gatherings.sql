-- Gatherings: the call, its running order, series, who is invited and what they answered, feeds.

create table series (
  id text primary key,
  -- Weekly or monthly by weekday (rules/recurrence.ts), from this start, in this zone.
  rule jsonb not null,
  starts_at timestamptz not null,
  zone text not null,
  -- What the occurrences that are still to be made will be.
  plan jsonb not null,
  sequence integer not null default 0,
  -- "This and later" were moved: by how much the wall clock of what is still to be made differs.
  moved_minutes integer not null default 0,
  -- Occurrences up to here have become gatherings.
  made_until timestamptz not null,
  -- Called off as a whole.
  ended_at timestamptz
);

create table gatherings (
  id text primary key,
  -- Null: an open gathering, the co-op's own.
  circle text references circles,
  series text references series,
  -- Which occurrence of the series it is: its first planned start, also when it was moved.
  occurrence timestamptz,
  title text not null,
  purpose text not null default '',
  starts_at timestamptz not null,
  zone text not null,
  -- The announced length.
  minutes integer not null check (minutes > 0),
  access text not null check (access in ('public', 'members', 'invited')),
  settings jsonb not null,
  -- Goes up whenever people are told of a change, as calendars want it (RFC 5546).
  sequence integer not null default 0,
  -- The word in the entry link; a new one makes the old link worth nothing. Kept readable, since
  -- those who shape the gathering hand it on again and again.
  entry_key text not null,
  called_by text references persons,
  called_at timestamptz not null,
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  reason text,
  opened_at timestamptz,
  ended_at timestamptz,
  -- A past gathering that came by an import.
  imported boolean not null default false,
  unique (series, occurrence),
  check ((series is null) = (occurrence is null)),
  check (cancelled_at is not null or reason is null)
);
create index gatherings_by_start on gatherings (starts_at, id);
create index gatherings_by_circle on gatherings (circle, starts_at);

create table items (
  id text primary key,
  gathering text not null references gatherings on delete cascade,
  place integer not null,
  kind text not null,
  title text not null,
  owners jsonb not null,
  minutes integer not null check (minutes >= 0),
  line text not null,
  -- For facilitators only.
  aside text not null,
  handouts jsonb not null,
  unique (gathering, place) deferrable initially deferred
);

create table gathering_facilitators (
  gathering text not null references gatherings on delete cascade,
  person text not null references persons,
  primary key (gathering, person)
);
create index gathering_facilitators_by_person on gathering_facilitators (person);

-- Somebody asked to come, by address; a person where one is known.
create table call_invitations (
  id text primary key,
  gathering text not null references gatherings on delete cascade,
  email text not null check (email = lower(email)),
  name text,
  person text references persons,
  -- The language to write in to somebody who is not known here.
  locale text not null,
  invited_at timestamptz not null,
  -- What calendars were told last.
  told_sequence integer not null default -1,
  unique (gathering, email)
);
create index call_invitations_by_person on call_invitations (person);
create index call_invitations_by_email on call_invitations (email);

-- The personal links that went out by mail, as their hashes; each mail carries one of its own.
create table call_tokens (
  hash bytea primary key,
  invitation text not null references call_invitations on delete cascade,
  made_at timestamptz not null
);
create index call_tokens_by_invitation on call_tokens (invitation);

-- Yes, maybe, no; by invitation (no account needed) or by a person who is signed in.
create table call_answers (
  gathering text not null references gatherings on delete cascade,
  who text not null,
  answer text not null check (answer in ('yes', 'maybe', 'no')),
  at timestamptz not null,
  primary key (gathering, who)
);

create table call_reminders (
  invitation text not null references call_invitations on delete cascade,
  reminder text not null check (reminder in ('day', 'quarter')),
  sent_at timestamptz not null,
  primary key (invitation, reminder)
);

-- Who wants no more mail of a kind, at this address.
create table unsubscribes (
  email text not null check (email = lower(email)),
  kind text not null check (kind in ('invitations', 'reminders')),
  at timestamptz not null,
  primary key (email, kind)
);

-- Secret addresses of feeds: of a person (all that is theirs) or of a circle for one of its members.
create table feeds (
  id text primary key,
  person text not null references persons,
  circle text references circles,
  token bytea not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create index feeds_by_person on feeds (person);

-- Browsers that came by the entry link or a personal one: the door of the room asks here. A link
-- that was renewed, or an invitation that was taken back, lets nobody in any more.
create table call_doors (
  gathering text not null references gatherings on delete cascade,
  browser text not null,
  entry_key text,
  invitation text references call_invitations on delete cascade,
  at timestamptz not null,
  primary key (gathering, browser),
  check (entry_key is not null or invitation is not null)
);
