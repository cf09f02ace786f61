-- The kernel: the record and its chains, sessions, repeats, settings, the outbox.
create table topics (
  topic text primary key,
  seq bigint not null,
  hash bytea not null
);

create table record (
  id text primary key,
  topic text not null,
  seq bigint not null,
  at timestamptz not null,
  actor text,
  kind text not null,
  data jsonb,
  salt bytea,
  commitment bytea not null,
  hash bytea not null,
  stands jsonb,
  unique (topic, seq)
);
create index record_by_kind on record (kind, at);
create index record_by_actor on record (actor, at);

-- Append-only is a promise of the database too: nothing is deleted, and an update may only redact.
create function record_keeps() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.data is null and new.salt is null and new.stands is not null
     and (new.id, new.topic, new.seq, new.at, new.actor, new.kind, new.commitment, new.hash)
         is not distinct from
         (old.id, old.topic, old.seq, old.at, old.actor, old.kind, old.commitment, old.hash) then
    return new;
  end if;
  raise exception 'the record is append-only';
end $$;
create trigger record_keeps before update or delete on record
  for each row execute function record_keeps();

create table seals (
  id text primary key,
  at timestamptz not null,
  previous bytea not null,
  heads bytea not null,
  topics integer not null,
  hash bytea not null
);

create table repeats (
  caller text not null,
  key text not null,
  step integer not null,
  request bytea not null,
  answer jsonb,
  at timestamptz not null,
  primary key (caller, key, step)
);
create index repeats_by_age on repeats (at);

create table sessions (
  id text primary key,
  token bytea not null unique,
  person text not null,
  agent text not null,
  locale text,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index sessions_by_person on sessions (person);

create table settings (
  name text primary key,
  value jsonb not null
);

create table outbox (
  id text primary key,
  at timestamptz not null,
  recipient text not null,
  subject text not null,
  body text,
  secret boolean not null default false,
  expires_at timestamptz
);

create extension if not exists unaccent;
create function plain_words(text) returns text language sql immutable parallel safe
  as $$ select public.unaccent('public.unaccent', lower($1)) $$;

create table search (
  id text primary key,
  circle text,
  audience text not null,
  kind text not null,
  title text not null,
  body text not null,
  href text not null,
  at timestamptz not null,
  words tsvector generated always as (
    setweight(to_tsvector('simple', plain_words(title)), 'A') ||
    to_tsvector('simple', plain_words(left(body, 500000)))
  ) stored
);
create index search_by_words on search using gin (words);
create index search_by_age on search (at desc, id);
