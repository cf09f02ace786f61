-- The history of notes: versions, made every ten minutes in which something was written, and by name.

-- In which version a row of what was written is; null: in none yet. Rows of older versions go.
alter table note_updates add column version integer;
create index note_updates_in_no_version on note_updates (note) where version is null;

-- The colour somebody had in the file that a note was imported from.
alter table note_clients add column color text;

create table note_versions (
  note text not null references notes on delete cascade,
  number integer not null,
  -- When the first and the last of it was written, and by whom.
  begun_at timestamptz not null,
  at timestamptz not null,
  whos text[] not null,
  -- timed: by the clock; kept: by name; before: what stood before something was restored.
  kind text not null check (kind in ('timed', 'kept', 'before')),
  label text,
  made_by text,
  made_at timestamptz not null,
  characters integer not null,
  -- What changed since the version before, as a Yjs update; every so often the whole beside it.
  delta bytea not null,
  state bytea,
  primary key (note, number)
);
create index note_versions_by_maker on note_versions (made_by) where made_by is not null;
