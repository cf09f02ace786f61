-- Decisions at gatherings: opened and closed in the room, by who is there.

-- The gathering at which it is decided, when it was closed there, and whether it is a vote on the text
-- of another one (an amendment), which stands in no list of its own.
alter table decisions
  add column gathering text,
  add column closed_at timestamptz,
  add column amends boolean not null default false,
  add check (closed_at is null or gathering is not null);
create index decisions_at_gathering on decisions (gathering) where gathering is not null;

-- Who was in the room when it opened; null where it is decided over days.
alter table decision_roll add column present boolean;

-- What is frozen at the opening, beside 0071: who was present, and where it is decided.
create function decision_presence_stands() returns trigger language plpgsql as $$
begin
  raise exception 'who was present at % stands', new.decision;
end $$;
create trigger decision_presence_stands before update on decision_roll
  for each row when (new.present is distinct from old.present)
  execute function decision_presence_stands();

create function decision_place_stands() returns trigger language plpgsql as $$
begin
  raise exception 'the decision % is open: where it is decided stands', old.id;
end $$;
create trigger decision_place_stands before update on decisions
  for each row when (old.opened_at is not null and (
    new.gathering is distinct from old.gathering or new.amends <> old.amends
    or (old.closed_at is not null and new.closed_at is distinct from old.closed_at)))
  execute function decision_place_stands();
