-- What a decision is about beside its text, and what its outcome did there.
create table decision_subjects (
  decision text primary key references decisions,
  circle text not null references circles,
  -- `application`, `role`, `rules`, `exclusion`, `appeal`; and its id there, or the key of a role.
  about text not null,
  ref text not null,
  -- The day from which it holds; null: at once.
  from_day text check (from_day ~ '^\d{4}-\d\d-\d\d$'),
  -- Whom, where a question is about one person.
  person text references persons,
  did text check (did in ('done', 'partly', 'not', 'nothing')),
  -- What did not happen: [{who, refused, details}]
  lacks jsonb not null default '[]',
  did_at timestamptz,
  check ((did is null) = (did_at is null))
);
create index decision_subjects_of on decision_subjects (circle, about, ref);

-- It is chosen with the first text, and stands.
create function decision_subject_stands() returns trigger language plpgsql as $$
begin
  if (new.decision, new.circle, new.about, new.ref, new.from_day)
    is distinct from (old.decision, old.circle, old.about, old.ref, old.from_day)
    or (old.did is not null and new.did is distinct from old.did)
  then
    raise exception 'what the decision % is about stands', old.decision;
  end if;
  return new;
end $$;
create trigger decision_subject_stands before update on decision_subjects
  for each row execute function decision_subject_stands();

-- The decision by which a version was adopted; null where stewards did.
alter table constitution_versions add column decided_by text;
