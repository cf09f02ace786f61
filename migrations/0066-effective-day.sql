-- Rules that begin to hold on their day, and whom it was told.
alter table constitution_versions
  -- When it began to hold; null for one whose day is to come, or that was overtaken before its day.
  add column began_at timestamptz;
update constitution_versions set began_at = adopted_at
  where state = 'adopted' and day::timestamptz <= adopted_at + interval '1 day';
create index constitution_to_begin on constitution_versions (day)
  where state = 'adopted' and began_at is null;

-- Members who are told that other rules hold, from which version to which, and in which class they are.
create table rules_letters (
  circle text not null references circles,
  member text not null,
  version text not null references constitution_versions,
  -- The version that held before; null when there was none.
  before text references constitution_versions,
  class_before text not null,
  class_now text not null,
  at timestamptz not null,
  done_at timestamptz,
  primary key (version, member)
);
create index rules_letters_to_send on rules_letters (at) where done_at is null;
