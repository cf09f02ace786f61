-- Minutes: what a gathering left, its amendments and seals, who was somebody in a saved chat.

-- One row a gathering. `document` is canonical JSON (rules/document.ts): kept as text, so that the
-- bytes that were sealed are the bytes that are served.
create table minutes (
  id text primary key,
  gathering text not null unique,
  -- The circle whose minutes they are; null: the co-op's.
  circle text references circles,
  title text not null,
  kind text not null check (kind in ('room', 'chat-file')),
  held_from timestamptz not null,
  held_till timestamptz not null,
  state text not null check (state in ('draft', 'amended', 'approved')),
  visibility text not null check (visibility in ('public', 'circle', 'participants')),
  -- Whether the public copy has the chat in it.
  public_chat boolean not null default false,
  document text not null,
  -- Of the sealed document; null until it is approved.
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  version integer not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check ((state = 'approved') = (sha256 is not null)),
  check (held_till >= held_from)
);
create index minutes_by_time on minutes (held_from desc, id desc);
create index minutes_by_circle on minutes (circle, held_from desc);

-- The chat as the minutes keep it, a line a row: long chats are read by pages.
create table minutes_lines (
  minutes text not null references minutes on delete cascade,
  seq integer not null,
  item text,
  who text not null,
  line jsonb not null,
  primary key (minutes, seq)
);
create index minutes_lines_by_item on minutes_lines (minutes, item, seq);
create index minutes_lines_by_who on minutes_lines (minutes, who);

-- Who stands in which minutes: who may read them, and whose name must go when somebody is erased.
create table minutes_people (
  minutes text not null references minutes on delete cascade,
  who text not null,
  primary key (minutes, who)
);
create index minutes_people_by_who on minutes_people (who);

-- Every version that was sealed, with what stood in it gone once it is superseded.
create table minutes_seals (
  minutes text not null references minutes on delete cascade,
  version integer not null,
  sha256 text not null,
  sealed_at timestamptz not null,
  why text not null check (why in ('approved', 'erased', 'recognised')),
  superseded_at timestamptz,
  primary key (minutes, version)
);
create index minutes_seals_by_hash on minutes_seals (sha256);

-- "This was me": a name in a saved chat, said to be a person, confirmed by a facilitator.
create table minutes_claims (
  id text primary key,
  minutes text not null references minutes on delete cascade,
  who text not null,
  person text not null references persons,
  asked_at timestamptz not null,
  answer text check (answer in ('yes', 'no')),
  answered_by text references persons,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index claim_once on minutes_claims (minutes, who, person) where answer is null;

-- Files that were imported, by the sha-256 of their bytes: the same file is imported once.
create table chat_imports (
  sha256 text primary key,
  gathering text not null,
  minutes text not null references minutes on delete cascade,
  answer jsonb not null,
  imported_at timestamptz not null
);

-- Who may find what is in the search table, one page after the other by time.
create index search_by_kind on search (kind, at desc, id);
