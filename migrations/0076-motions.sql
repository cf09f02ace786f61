-- Motions in rooms, and the amendments that stand over them.

create table motions (
  id text primary key,
  gathering text not null,
  circle text not null references circles,
  -- The key of its kind in the constitution.
  kind text not null,
  -- What it amends; null for a motion.
  over text references motions,
  state text not null check (
    state in ('moved', 'stated', 'voting', 'counted', 'withdrawn', 'postponed', 'fell')),
  -- How many must second it, as its kind said when it was moved.
  needed integer not null check (needed >= 0),
  -- [{name, note, person}]
  options jsonb not null,
  seats integer not null check (seats > 0),
  moved_by text not null references persons,
  moved_at timestamptz not null,
  leave_asked_at timestamptz,
  -- Its vote: how, the decision, who put it, and in a roll call who was called, in order.
  way text check (way in ('hands', 'calls', 'ballot')),
  decision text unique references decisions,
  put_by text,
  called jsonb not null default '[]',
  counted jsonb,
  -- The draft over days that it became.
  draft text references decisions,
  ended_at timestamptz,
  check ((decision is null) = (way is null)),
  check (state <> 'voting' or decision is not null),
  check ((state = 'counted') = (counted is not null)),
  check ((ended_at is null) = (state in ('moved', 'stated', 'voting')))
);
create index motions_by_gathering on motions (gathering, id);
create index motions_by_circle on motions (circle);
-- One motion is pending in a room, and one amendment over each text.
create unique index motions_one_pending on motions (gathering)
  where over is null and state in ('moved', 'stated', 'voting');
create unique index motions_one_over on motions (over)
  where state in ('moved', 'stated', 'voting');

-- The texts, one after the other; the last one stands. `amendment`: which one put it there.
create table motion_texts (
  motion text not null references motions,
  number integer not null,
  title text not null,
  question text not null,
  amendment text references motions,
  by text not null,
  at timestamptz not null,
  primary key (motion, number)
);

create table motion_seconds (
  motion text not null references motions,
  person text not null references persons,
  at timestamptz not null,
  primary key (motion, person)
);
