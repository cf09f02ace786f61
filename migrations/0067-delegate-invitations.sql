-- Invitations to speak for a member co-op that lives elsewhere, by mail.
create table delegate_invitations (
  invitation text primary key,
  circle text not null references circles,
  body text not null references circles,
  alternate boolean not null,
  mandate text not null,
  ends timestamptz
);
