-- The life of notes: how they return, by which links they are shared, how they are frozen.
alter table notes
  -- A template is copied, never written in at a gathering.
  add column template boolean not null default false,
  -- What the next gathering of a series finds: this very note, or a new one with what is marked.
  add column returns text not null default 'marked' check (returns in ('marked', 'same')),
  -- Read by everybody, by its address.
  add column public_at timestamptz,
  -- What was approved: the canonical JSON of the text, and its sha-256.
  add column approved_text text,
  add column approved_sha256 text;
create index notes_by_maker on notes (made_by);

-- The main note of a gathering. One note may be that of many gatherings of a series.
create table note_places (
  gathering text primary key,
  note text not null references notes,
  opened_at timestamptz not null,
  -- The note of the gathering before, from which the marked parts were taken over.
  carried_from text references notes,
  -- The running order changed since its sections were written.
  sections_due boolean not null default true
);
create index note_places_by_note on note_places (note, opened_at desc);
create index note_places_due on note_places (gathering) where sections_due;

-- Links that let in whoever has them; only their sha-256 is kept.
create table note_links (
  id text primary key,
  note text not null references notes,
  gives text not null check (gives in ('read', 'comment', 'write')),
  token bytea not null unique,
  label text not null,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index note_links_by_note on note_links (note, made_at);

-- Who came by which link: a person, or a browser (its sha-256). Who was shut out stays out.
create table note_doors (
  note text not null references notes,
  holder text not null,
  link text not null references note_links,
  guest text,
  came_at timestamptz not null,
  shut_at timestamptz,
  primary key (note, holder)
);
create index note_doors_by_link on note_doors (link);
create index note_doors_by_guest on note_doors (guest);
