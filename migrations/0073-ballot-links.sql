-- Ballots by a link in a mail, and by what way a ballot came.

-- A link opens one ballot for one person; of its token only the sha-256 is here.
create table decision_links (
  hash bytea primary key check (octet_length(hash) = 32),
  circle text not null references circles,
  decision text not null references decisions,
  member text not null,
  person text not null references persons,
  made_at timestamptz not null,
  stopped_at timestamptz,
  stopped_why text check (stopped_why in ('stopped', 'not-me', 'unwanted', 'left', 'replaced', 'erased')),
  check ((stopped_at is null) = (stopped_why is null))
);
create index decision_links_of_person on decision_links (person, decision) where stopped_at is null;

-- Who wants no links that open ballots.
create table decision_link_wishes (
  person text primary key references persons,
  at timestamptz not null
);

-- The way by which the ballot that counts came: cast by its voter in the hall or by a link, told by
-- phone and recorded by somebody, or cast by whom they gave their proxy.
alter table decision_ballots add column way text not null default 'hall'
  check (way in ('hall', 'link', 'phone', 'proxy'));

-- A ballot of one's own stands against what others would cast or record for one, and what was said by
-- phone against a proxy.
create function decision_own_ballot_first() returns trigger language plpgsql as $$
begin
  if new.way in ('phone', 'proxy') and old.way in ('hall', 'link')
    or new.way = 'proxy' and old.way = 'phone'
  then
    raise exception 'the ballot of % in % is their own', old.member, old.decision;
  end if;
  return new;
end $$;
create trigger decision_own_ballot_first before update on decision_ballots
  for each row when (new.way is distinct from old.way) execute function decision_own_ballot_first();
