-- Circles and their members: in one class at a time, from a day until a day, and where it all stood.
create extension if not exists btree_gist;

alter table circles
  -- A resting circle keeps its members and calls nothing.
  add column rests_since timestamptz,
  -- A member co-op that lives in another hall, or in none; known here by its card.
  add column elsewhere boolean not null default false,
  add column merged_into text references circles;

-- Where a circle stood and how it was, for any moment that is past.
create table circle_history (
  circle text not null references circles,
  parent text references circles,
  name text not null,
  state text not null check (state in ('open', 'resting', 'closed')),
  "from" timestamptz not null,
  until timestamptz,
  check (until >= "from"),
  check (circle <> parent),
  constraint circle_in_one_place
    exclude using gist (circle with =, tstzrange("from", until) with &&)
);
create index circle_history_by_circle on circle_history (circle);
insert into circle_history (circle, parent, name, state, "from", until)
  select id, parent, name, 'open', made_at, null from circles;

-- What a member co-op says of itself in the directory.
create table circle_cards (
  circle text primary key references circles,
  country text check (country ~ '^[A-Z]{2}$'),
  place text not null default '',
  does text not null default '',
  tools text not null default '',
  contacts text not null default '',
  site text not null default ''
);

-- A member is a person, or a circle (body).
alter table members
  alter column person drop not null,
  add column body text references circles,
  add column member text not null generated always as (coalesce(person, body)) stored,
  add column class text not null default 'member',
  -- How they wish to be shown to the world: with their name, or only counted.
  add column shown text not null default 'number' check (shown in ('name', 'number')),
  -- Their name as lists sort and find it; people and circles say when it changes.
  add column name text not null default '',
  add constraint member_is_one check (num_nonnulls(person, body) = 1),
  add constraint member_not_of_itself check (body <> circle);
update members set name = coalesce(p.name, '') from persons p where p.id = members.person;
alter table members
  add column name_key text not null generated always as (plain_words(name)) stored;
drop index member_once;
create unique index member_once on members (circle, member) where until is null;
-- What makes "in one class at a time" true for any history.
alter table members add constraint member_in_one_class
  exclude using gist (circle with =, member with =, tstzrange("from", until) with &&);
create index members_by_name on members (circle, name collate "und-x-icu", member) where until is null;
create index members_by_body on members (body) where body is not null;

insert into members (circle, body, name, "from", until, shown)
  select parent, id, name, made_at, closed_at, 'name' from circles where kind = 'autonomous';

-- Who speaks for a member circle in another circle.
create table delegates (
  id text primary key,
  circle text not null references circles,
  body text not null references circles,
  person text not null references persons,
  alternate boolean not null default false,
  mandate text not null default '',
  "from" timestamptz not null,
  -- When the term is over; null when it lasts until somebody says so.
  ends timestamptz,
  until timestamptz,
  check (until >= "from"),
  check (circle <> body)
);
create unique index delegate_once on delegates (circle, body, person) where until is null;
create index delegates_by_person on delegates (person) where until is null;
create index delegates_by_end on delegates (ends) where until is null;

-- A member rests their membership for a time.
create table pauses (
  circle text not null references circles,
  member text not null,
  "from" timestamptz not null,
  ends timestamptz not null,
  until timestamptz,
  by text references persons,
  check (ends > "from" and until >= "from"),
  constraint pause_once exclude using gist (circle with =, member with =, tstzrange("from", coalesce(until, ends)) with &&)
);
create index pauses_by_member on pauses (member);

alter table circle_invitations add column class text;
