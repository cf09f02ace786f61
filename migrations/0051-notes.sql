-- Notes: which there are and where they belong; the text itself is in note_texts (0052).
create table notes (
  id text primary key,
  -- Where it belongs: a circle, a gathering or one item of a running order.
  holder_kind text not null check (holder_kind in ('circle', 'gathering', 'item')),
  holder text not null,
  title text not null,
  made_by text,
  made_at timestamptz not null,
  -- Nobody writes in a locked note until it is unlocked; approved is frozen for good.
  locked_at timestamptz,
  locked_by text,
  approved_at timestamptz,
  approved_by text,
  -- Put away: no longer listed, given back on demand.
  rested_at timestamptz
);
create index notes_by_holder on notes (holder_kind, holder, made_at);
