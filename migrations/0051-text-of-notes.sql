-- The text of notes: a Yjs document as it was last folded, and every update, merged by two seconds.

-- One row a note that was ever written in. `state` holds all updates that are folded; `blocks` is
-- how that reads (rules/pieces.ts), so that a note is read without its document.
create table note_texts (
  note text primary key references notes on delete cascade,
  state bytea not null,
  blocks jsonb not null default '[]',
  text text not null default '',
  characters integer not null default 0,
  updated_at timestamptz not null
);

-- What was written, in the order of its storing: the history. A row grows for two seconds, then it
-- stands. `whos`: those who wrote it; `begun_at` to `at`: when.
create table note_updates (
  seq bigint generated always as identity primary key,
  note text not null references notes on delete cascade,
  begun_at timestamptz not null,
  at timestamptz not null,
  whos text[] not null,
  bytes bytea not null,
  folded boolean not null default false
);
create index note_updates_by_note on note_updates (note, seq);
create index note_updates_to_fold on note_updates (note) where not folded;

-- Which Yjs client writes for whom; a client that is bound stays bound. `who` is a person, a guest,
-- `hall` for the hall itself, `author:…` for somebody known only from an imported note, and `gone:…`
-- for who was erased. `number`: of the author in this note, in the order of coming: their colour.
create table note_clients (
  note text not null references notes on delete cascade,
  client bigint not null,
  who text not null,
  name text,
  number integer not null,
  first_seen timestamptz not null,
  primary key (note, client)
);
create index note_clients_by_who on note_clients (who);
