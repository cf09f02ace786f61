-- The advice process: who was asked, who gave which advice, and what whoever proposed it decided.
alter table decisions add column does boolean;

create table decision_askings (
  decision text not null references decisions,
  circle text not null references circles,
  person text not null,
  -- Why them, if whoever asked said so.
  why text not null,
  by text not null,
  at timestamptz not null,
  primary key (decision, person)
);

create table decision_advice (
  decision text not null references decisions,
  circle text not null references circles,
  person text not null,
  words text not null,
  at timestamptz not null,
  changes integer not null default 0,
  -- How it was taken, and why; said when it is decided.
  taken text check (taken in ('taken', 'partly', 'not')),
  why text not null default '',
  primary key (decision, person)
);
create index decision_askings_of on decision_askings (person);

-- Once it is decided only words go, when who wrote them is erased.
create function decision_advice_stands() returns trigger language plpgsql as $$
declare going record;
begin
  if tg_op = 'DELETE' then
    raise exception 'what was asked and said of % stands', old.decision;
  end if;
  select state into going from decisions where id = new.decision;
  if going.state in ('draft', 'talk') then return new; end if;
  if tg_op = 'UPDATE' and tg_table_name = 'decision_askings' and new.why = ''
    and new.person = old.person and new.at = old.at
  then
    return new;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'decision_advice'
    and new.person = old.person and new.at = old.at
  then
    if new.taken is not distinct from old.taken
      and (new.words = old.words or new.words = '') and (new.why = old.why or new.why = '')
    then
      return new;
    end if;
  end if;
  raise exception 'what was asked and said of % stands', new.decision;
end $$;
create trigger decision_asking_stands before insert or update or delete on decision_askings
  for each row execute function decision_advice_stands();
create trigger decision_advice_stands before insert or update or delete on decision_advice
  for each row execute function decision_advice_stands();
