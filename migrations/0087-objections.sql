-- Consent: objections to a text with every step that was taken with them, and judgments of ballots.
create table decision_objections (
  id text primary key,
  decision text not null references decisions,
  circle text not null references circles,
  -- The entry of the roll for which somebody objects, and who wrote it.
  member text not null,
  by text not null,
  -- The number of the text that it was made to; 0 where it was carried along from a decision before.
  text integer not null check (text >= 0),
  carried_from text references decisions,
  harm text not null,
  would_answer text not null,
  at timestamptz not null,
  state text not null
    check (state in ('open', 'answered', 'integrated', 'kept', 'withdrawn', 'not-valid')),
  -- Until when whoever objected may say whether it is answered.
  due_at timestamptz,
  check ((state = 'answered') = (due_at is not null)),
  check ((text = 0) = (carried_from is not null))
);
create index decision_objections_of on decision_objections (decision);
create index decision_objections_due on decision_objections (due_at) where due_at is not null;

create table decision_objection_steps (
  objection text not null references decision_objections,
  number integer not null check (number > 0),
  state text not null
    check (state in ('open', 'answered', 'integrated', 'kept', 'withdrawn', 'not-valid')),
  -- Null: because time passed.
  by text,
  words text not null,
  -- The number of the text that stood.
  text integer not null,
  at timestamptz not null,
  primary key (objection, number)
);

-- Of an objection only where it stands changes; its words go only when who wrote them is erased.
create function decision_objection_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.id, new.decision, new.circle, new.member, new."by", new.text, new.carried_from, new.at)
      is not distinct from
        (old.id, old.decision, old.circle, old.member, old."by", old.text, old.carried_from, old.at)
    and (new.harm = old.harm or new.harm = '')
    and (new.would_answer = old.would_answer or new.would_answer = '')
  then
    return new;
  end if;
  raise exception 'the objection % stands as it was made', old.id;
end $$;
create trigger decision_objection_stands before update or delete on decision_objections
  for each row execute function decision_objection_stands();

create function decision_objection_step_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.words = ''
    and (new.objection, new.number, new.state, new."by", new.text, new.at)
      is not distinct from (old.objection, old.number, old.state, old."by", old.text, old.at)
  then
    return new;
  end if;
  raise exception 'what was done with the objection % stands', old.objection;
end $$;
create trigger decision_objection_step_stands before update or delete on decision_objection_steps
  for each row execute function decision_objection_step_stands();

-- An objection on a ballot that was judged not valid: of the ballot as it was changed so many times.
create table decision_judgments (
  decision text not null,
  circle text not null references circles,
  member text not null,
  changes integer not null,
  by text not null,
  words text not null,
  at timestamptz not null,
  primary key (decision, member, changes),
  foreign key (decision, member) references decision_ballots
);

create function decision_judgment_stands() returns trigger language plpgsql as $$
declare going record;
begin
  if tg_op = 'UPDATE' and new.words = ''
    and (new.decision, new.circle, new.member, new.changes, new."by", new.at)
      is not distinct from (old.decision, old.circle, old.member, old.changes, old."by", old.at)
  then
    return new;
  end if;
  if tg_op <> 'INSERT' then
    raise exception 'a judgment on % stands', old.decision;
  end if;
  select state, closes_at, ruling #>> '{kind,method,judges}' as judges into going
    from decisions where id = new.decision;
  if going.state <> 'open' or new.at >= going.closes_at
    or going.judges is distinct from 'stewards'
  then
    raise exception 'no objection to % is judged', new.decision;
  end if;
  return new;
end $$;
create trigger decision_judgment_stands before insert or update or delete on decision_judgments
  for each row execute function decision_judgment_stands();
