-- Laws of decisions that the database keeps, whoever writes.

-- From the opening on text, rules and roll stand.
create function decision_stands() returns trigger language plpgsql as $$
begin
  if old.opened_at is null then return new; end if;
  if (new.circle, new.kind, new.text, new.ruling, new.ruled_by, new.ruled_version, new.lot,
      new.roll_sha256, new.opened_at, new.closes_at, new.open_days, new.urgent)
    is distinct from
     (old.circle, old.kind, old.text, old.ruling, old.ruled_by, old.ruled_version, old.lot,
      old.roll_sha256, old.opened_at, old.closes_at, old.open_days, old.urgent)
  then
    raise exception 'the decision % is open: its rules stand', old.id;
  end if;
  return new;
end $$;
create trigger decision_stands before update on decisions
  for each row execute function decision_stands();

-- The roll is frozen at the opening: nobody is put on it or taken off; it is only marked who voted, once.
create function decision_roll_stands() returns trigger language plpgsql as $$
declare frozen boolean;
begin
  select opened_at is not null into frozen from decisions
    where id = coalesce(new.decision, old.decision);
  if not frozen then return coalesce(new, old); end if;
  if tg_op = 'UPDATE' and old.voted_at is null and new.voted_at is not null
    and (new.decision, new.member, new.kind, new.class, new.weight, new.votes, new.why, new.day)
      is not distinct from
        (old.decision, old.member, old.kind, old.class, old.weight, old.votes, old.why, old.day)
  then
    return new;
  end if;
  raise exception 'the roll of % is frozen', coalesce(new.decision, old.decision);
end $$;
create trigger decision_roll_stands before insert or update or delete on decision_roll
  for each row execute function decision_roll_stands();

-- A ballot is cast and changed while its decision is open and before it closes; afterwards only what
-- somebody said with it may be taken away (who was erased). It is never deleted.
create function decision_ballot_stands() returns trigger language plpgsql as $$
declare going record;
begin
  if tg_op = 'DELETE' then
    raise exception 'a ballot of % is not taken out', old.decision;
  end if;
  if tg_op = 'UPDATE' and (new.decision, new.member, new.vote, new.at, new.changes, new."by")
    is not distinct from (old.decision, old.member, old.vote, old.at, old.changes, old."by")
    and new.said = ''
  then
    return new;
  end if;
  select state, closes_at into going from decisions where id = new.decision;
  if going.state <> 'open' or new.at >= going.closes_at then
    raise exception 'the decision % takes no ballots', new.decision;
  end if;
  return new;
end $$;
create trigger decision_ballot_stands before insert or update or delete on decision_ballots
  for each row execute function decision_ballot_stands();

-- The law of counting: as many ballots as entries marked voted. Entry by entry, at the commit.
create function decision_law_of_counting() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from decision_roll r
      left join decision_ballots b on b.decision = r.decision and b.member = r.member
      where r.decision = new.decision and r.member = new.member
        and (r.voted_at is not null) <> (b.member is not null)
  ) then
    raise exception 'the ballots of % are not those of its roll', new.decision;
  end if;
  return null;
end $$;
create constraint trigger decision_law_of_roll after insert or update on decision_roll
  deferrable initially deferred for each row when (new.voted_at is not null)
  execute function decision_law_of_counting();
create constraint trigger decision_law_of_ballots after insert or update on decision_ballots
  deferrable initially deferred for each row execute function decision_law_of_counting();
