-- A member co-op decides how its delegate votes: one of its own decisions mandates for one of the circle
-- that it belongs to.
create table decision_mandates (
  -- The decision of the member co-op.
  decision text primary key references decisions,
  body text not null references circles,
  -- For this decision, in which the co-op has its one vote.
  mandates_for text not null references decisions,
  -- The vote when it passes, and when it does not; null leaves the delegate free.
  passed jsonb not null,
  failed jsonb,
  by text not null,
  at timestamptz not null,
  unique (mandates_for, body)
);
