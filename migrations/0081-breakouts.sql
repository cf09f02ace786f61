-- Groups that go out of a gathering and come back. What happened stands in the record; here stands
-- only which gatherings have groups out (for the clock), and when somebody was last heard in one.
create table breakouts (
  gathering text primary key
);
create table breakouts_heard (
  room text primary key,
  heard_at timestamptz not null
);

-- A group has its own note.
alter table notes drop constraint notes_holder_kind_check;
alter table notes add constraint notes_holder_kind_check
  check (holder_kind in ('circle', 'gathering', 'item', 'breakout'));
