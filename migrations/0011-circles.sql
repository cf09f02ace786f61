-- Circles: the co-op (the one without a parent) and the circles within it.
create table circles (
  id text primary key,
  parent text references circles,
  name text not null,
  purpose text not null default '',
  kind text not null default 'working' check (kind in ('working', 'autonomous')),
  -- Who may call its gatherings: every member, or those named (role caller) and its facilitators.
  calls text not null default 'members' check (calls in ('members', 'named')),
  -- The zone of the hall's clock; on the co-op only.
  zone text,
  made_at timestamptz not null,
  closed_at timestamptz,
  check ((parent is null) = (zone is not null))
);
create unique index one_coop on circles ((true)) where parent is null;
create index circles_by_parent on circles (parent);

create table members (
  circle text not null references circles,
  person text not null references persons,
  "from" timestamptz not null,
  until timestamptz,
  check (until >= "from")
);
create unique index member_once on members (circle, person) where until is null;
create index members_by_person on members (person);

-- Named duties of a member in a circle.
create table roles (
  circle text not null references circles,
  person text not null references persons,
  role text not null check (role in ('steward', 'facilitator', 'caller')),
  "from" timestamptz not null,
  until timestamptz,
  check (until >= "from")
);
create unique index role_once on roles (circle, person, role) where until is null;
create index roles_by_person on roles (person);

-- What an invitation (people) is to: taken, it makes the person a member.
create table circle_invitations (
  invitation text primary key references invitations,
  circle text not null references circles,
  steward boolean not null default false
);
