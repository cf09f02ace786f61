-- Candidates and options that are withdrawn while ballots are cast. Ballots stay as they are.
create table decision_withdrawals (
  decision text not null references decisions,
  circle text not null references circles,
  -- The number of the option, from 1 on.
  option integer not null check (option > 0),
  by text not null,
  words text not null,
  at timestamptz not null,
  primary key (decision, option)
);

create function decision_withdrawal_stands() returns trigger language plpgsql as $$
declare going record;
begin
  if tg_op = 'UPDATE' and (new.decision, new.option, new."by", new.at, new.words)
    is not distinct from (old.decision, old.option, old."by", old.at, '')
  then
    return new;
  end if;
  select state, closes_at into going from decisions where id = new.decision;
  if tg_op <> 'INSERT' or going.state <> 'open' or new.at >= going.closes_at then
    raise exception 'who stands in % stands', coalesce(new.decision, old.decision);
  end if;
  return new;
end $$;
create trigger decision_withdrawal_stands before insert or update or delete on decision_withdrawals
  for each row execute function decision_withdrawal_stands();
