-- As 0073-withdrawals has it, with the column that is called by a word of the language in quotes.
create or replace function decision_withdrawal_stands() returns trigger language plpgsql as $$
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
