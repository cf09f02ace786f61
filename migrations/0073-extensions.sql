-- A decision that misses its quorum may be open for longer, as its rules say: the one change of what was
-- fixed at the opening.
alter table decisions add column extended integer not null default 0 check (extended >= 0);
alter table decisions add column extended_at timestamptz;

create or replace function decision_stands() returns trigger language plpgsql as $$
declare
  rule jsonb;
  later interval;
begin
  if old.opened_at is null then return new; end if;
  if (new.circle, new.kind, new.text, new.ruling, new.ruled_by, new.ruled_version, new.lot,
      new.roll_sha256, new.opened_at, new.open_days, new.urgent)
    is distinct from
     (old.circle, old.kind, old.text, old.ruling, old.ruled_by, old.ruled_version, old.lot,
      old.roll_sha256, old.opened_at, old.open_days, old.urgent)
  then
    raise exception 'the decision % is open: its rules stand', old.id;
  end if;
  if (new.closes_at, new.extended, new.extended_at)
    is not distinct from (old.closes_at, old.extended, old.extended_at)
  then
    return new;
  end if;
  -- Once more, from the close on, for so many days of the clock (which may have been set on the way).
  rule := old.ruling #> '{kind,extension}';
  later := new.closes_at - new.extended_at - make_interval(hours => 24 * (rule ->> 'days')::integer);
  if old.state = 'open' and new.state = 'open' and jsonb_typeof(rule) = 'object'
    and new.extended = old.extended + 1 and new.extended <= (rule ->> 'most')::integer
    and new.extended_at >= old.closes_at
    and later between interval '-3 hours' and interval '3 hours'
  then
    return new;
  end if;
  raise exception 'the decision % closes when its rules say', old.id;
end $$;
