-- Standing: what was given and when it became known, who came to what, who was excused, and what the
-- hall said in advance. Evidence is never changed: a correction is an entry of its own.

-- Of one member (a person or a member co-op) in one circle.
create table evidence (
  id text primary key,
  circle text not null references circles,
  member text not null,
  -- A currency, `minutes`, or a thing: `thing:server`.
  unit text not null check (unit ~ '^([A-Z]{3}|minutes|thing:[a-z][a-z0-9-]*)$'),
  -- In the smallest unit; less than nothing only in a correction.
  amount bigint not null check (amount <> 0 and abs(amount) <= 100000000000),
  happened date not null,
  -- The day on which the hall came to know, and the moment.
  known date not null,
  known_at timestamptz not null,
  -- The duty that it is meant for; null: the first that asks for it.
  duty text,
  corrects text references evidence,
  source text not null check (source in ('hand', 'table', 'bank', 'claim')),
  -- What makes it known again, so that nothing is counted twice.
  source_key text,
  -- Who acknowledged it.
  by text,
  note text not null default '',
  check (amount > 0 or corrects is not null),
  check (known >= happened)
);
create index evidence_of_member on evidence (circle, member, happened, id);
create unique index evidence_known_again on evidence (circle, source, source_key)
  where source_key is not null;
create index evidence_corrections on evidence (corrects) where corrects is not null;

-- Gatherings that were held, as news told them.
create table gatherings_held (
  gathering text primary key,
  circle text not null references circles,
  happened date not null,
  known date not null
);
create index gatherings_held_by_circle on gatherings_held (circle, happened);

create table attendances (
  gathering text not null references gatherings_held,
  person text not null,
  known date not null,
  primary key (gathering, person)
);
create index attendances_of_person on attendances (person);

-- Hardship granted: from a day until a day, for one duty or all that allow it.
create table excuses (
  id text primary key,
  circle text not null references circles,
  member text not null,
  duty text,
  "from" date not null,
  until date,
  known date not null,
  by text,
  check (until > "from")
);
create index excuses_of_member on excuses (circle, member);

-- What members say they gave, until somebody acknowledges it.
create table claims (
  id text primary key,
  circle text not null references circles,
  member text not null,
  by text not null references persons,
  unit text not null,
  amount bigint not null check (amount > 0),
  happened date not null,
  duty text,
  said text not null,
  claimed_at timestamptz not null,
  answer text check (answer in ('acknowledged', 'declined', 'withdrawn')),
  answered_by text references persons,
  answered_at timestamptz,
  why text not null default '',
  evidence text references evidence,
  check ((answer is null) = (answered_at is null)),
  check ((answer = 'acknowledged') = (evidence is not null))
);
create index claims_open on claims (circle, claimed_at) where answer is null;
create index claims_of_member on claims (circle, member);

-- Payments of bank statements that nobody knows to place yet, and what became of each.
create table bank_payments (
  id text primary key,
  circle text not null references circles,
  key text not null,
  day date not null,
  minor bigint not null check (minor > 0),
  currency text not null,
  -- A payment that came back to whoever sent it.
  returned boolean not null,
  name text not null,
  text text not null,
  proposed text[] not null default '{}',
  imported_at timestamptz not null,
  state text not null check (state in ('open', 'placed', 'aside')),
  member text,
  evidence text references evidence,
  unique (circle, key),
  check ((state = 'placed') = (evidence is not null))
);
create index bank_payments_open on bank_payments (circle, day) where state = 'open';

-- By which a payment says whose it is: ISO 11649, one for each member of a circle.
create table payment_references (
  circle text not null references circles,
  member text not null,
  reference text not null unique,
  primary key (circle, member)
);

-- Where a circle takes payments.
create table payment_accounts (
  circle text primary key references circles,
  name text not null,
  iban text not null,
  set_at timestamptz not null,
  by text
);

-- What was said in advance: once for each change.
create table standing_notices (
  circle text not null references circles,
  member text not null,
  changes_on date not null,
  told_at timestamptz not null,
  primary key (circle, member, changes_on)
);

-- The mode that somebody wishes for, in a circle.
create table mode_wishes (
  circle text not null references circles,
  person text not null references persons,
  wish text not null check (wish in ('enjoying', 'curating', 'stewarding')),
  said text not null default '',
  at timestamptz not null,
  primary key (circle, person)
);

-- Gatherings that are over already: they were in the record when they ended, so that is when they
-- became known.
insert into gatherings_held (gathering, circle, happened, known)
  select g.id, coalesce(g.circle, c.id),
    (coalesce(g.opened_at, g.starts_at) at time zone c.zone)::date,
    (greatest(g.ended_at, g.opened_at, g.starts_at) at time zone c.zone)::date
  from gatherings g cross join (select id, zone from circles where parent is null) c
  where g.ended_at is not null and g.cancelled_at is null;
insert into attendances (gathering, person, known)
  select distinct h.gathering, r.who, h.known
  from gatherings_held h
  join lateral (
    select coalesce(e.data, e.stands) ->> case e.kind when 'room.entered' then 'who' else 'person' end as who
    from record e
    where e.topic = 'gathering:' || h.gathering and e.kind in ('room.entered', 'room.recognised')
  ) r on r.who ~ '^per_[0-9a-z]{26}$';
