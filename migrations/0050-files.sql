-- Files: bytes with a name. The bytes themselves are on disk by their sha-256 (kernel/bytes.ts).
create table files (
  id text primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  name text not null,
  -- By content, never by name.
  type text not null,
  width integer,
  height integer,
  -- The sha-256 of a small picture of it; null where there is none.
  small text check (small ~ '^[0-9a-f]{64}$'),
  made_by text,
  made_at timestamptz not null,
  -- Whose quota it counts in beside the maker's; null: nobody's.
  circle text references circles,
  -- Since when nothing holds it; null while something does.
  loose_at timestamptz
);
create index files_by_bytes on files (sha256);
create index files_by_small on files (small) where small is not null;
create index files_by_maker on files (made_by);
create index files_by_circle on files (circle);
create index files_loose on files (loose_at) where loose_at is not null;

-- What a file belongs to: a circle, a gathering, an item, a note; several things may hold one.
create table file_holdings (
  file text not null references files on delete cascade,
  kind text not null,
  holder text not null,
  held_by text,
  held_at timestamptz not null,
  place integer not null,
  primary key (kind, holder, file)
);
create index file_holdings_by_file on file_holdings (file);
