-- Hardship that somebody asks for, in confidence: read by who asked and by who keeps the standing.
create table excuse_requests (
  id text primary key,
  circle text not null references circles,
  member text not null,
  by text not null references persons,
  -- For one duty; null: for all that the rules allow.
  duty text,
  until date not null,
  said text not null,
  asked_at timestamptz not null,
  answer text check (answer in ('granted', 'declined', 'withdrawn')),
  answered_by text references persons,
  answered_at timestamptz,
  why text not null default '',
  excuse text references excuses,
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'granted') = (excuse is not null))
);
create unique index excuse_requests_open on excuse_requests (circle, member) where answer is null;
create index excuse_requests_of_member on excuse_requests (circle, member);
