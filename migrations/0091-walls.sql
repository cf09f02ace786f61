-- Links that show the stage of a gathering on a wall, without a sign-in; only their hashes are kept. `guest`
-- is who the browser that opened it last is in the room.
create table walls (
  id text primary key,
  gathering text not null references gatherings on delete cascade,
  name text not null,
  by text not null,
  token bytea not null unique,
  guest text,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create index walls_by_gathering on walls (gathering);
