-- Proxies: who votes for whom, for one decision or until a day.
create table decision_proxies (
  id text primary key,
  circle text not null references circles,
  giver text not null references persons,
  holder text not null references persons,
  decision text references decisions,
  -- For all decisions of the circle until then.
  until timestamptz,
  -- The words of the writing.
  says text not null,
  given_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('taken-back', 'laid-down', 'replaced', 'left', 'erased')),
  check ((decision is null) <> (until is null)),
  check (giver <> holder),
  check ((ended_at is null) = (ended_why is null))
);
-- Nobody gives two at once for the same.
create unique index decision_proxies_one on decision_proxies (giver, decision)
  where ended_at is null and decision is not null;
create unique index decision_proxies_one_until on decision_proxies (giver, circle)
  where ended_at is null and decision is null;
create index decision_proxies_living on decision_proxies (circle) where ended_at is null;
create index decision_proxies_of_holder on decision_proxies (holder) where ended_at is null;
