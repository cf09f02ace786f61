-- The room: what the record must not hold one by one, or holds no longer than it lasts.

-- A running hall process. Its sockets are gone when it has not been seen for a while.
create table room_nodes (
  id text primary key,
  seen_at timestamptz not null
);

-- Who has sockets on which node; gone_at since when there is none. A guest's sockets are known by
-- the browser, for when they have to be closed.
create table presence (
  gathering text not null,
  who text not null,
  node text not null,
  browser text,
  gone_at timestamptz,
  primary key (gathering, who, node)
);
create index presence_by_node on presence (node);
create index presence_gone on presence (gone_at) where gone_at is not null;

-- The lobby: who waits or waited to be let in.
create table lobby (
  gathering text not null,
  who text not null,
  name text not null,
  kind text not null check (kind in ('person', 'guest')),
  since timestamptz not null,
  answer text check (answer in ('admitted', 'denied')),
  primary key (gathering, who)
);

-- Answers of polls whose results come at the close. One row a poll, so that no row, no time and no
-- order belongs to one answer: of anonymous polls only what they add up to, of named ones who said
-- what. The row goes with the close, when it has become an entry of the record.
create table poll_answers (
  poll text primary key,
  gathering text not null,
  tally jsonb not null,
  named jsonb not null
);

-- Private talks: between two (a < b), or of one (a) with the facilitators.
create table talks (
  id text primary key,
  gathering text not null,
  kind text not null check (kind in ('two', 'care')),
  a text not null,
  b text,
  opened_at timestamptz not null,
  forgotten boolean not null default false,
  check ((kind = 'two' and b is not null and a < b) or (kind = 'care' and b is null))
);
create unique index talks_of_two on talks (gathering, a, b) where kind = 'two';
create unique index talks_of_care on talks (gathering, a) where kind = 'care';
create index talks_by_other on talks (gathering, b) where b is not null;

-- Who does not want private lines from whom, in a gathering.
create table blocks (
  gathering text not null,
  who text not null,
  blocked text not null,
  primary key (gathering, who, blocked)
);
