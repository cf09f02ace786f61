-- People: persons, guests, how they sign in, how they are invited.

-- A person is known by a verified address or a passkey. Who was erased keeps the row and the id,
-- so that facts stay; name, address and everything else that says who it was is gone.
create table persons (
  id text primary key,
  name text,
  email text unique,
  locale text,
  zone text,
  addressed text,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  erased_at timestamptz,
  check (email = lower(email)),
  check ((erased_at is null) = (name is not null)),
  check (erased_at is null or (email is null and locale is null and zone is null and addressed is null))
);

-- A guest is somebody in one gathering, bound to a browser. Two of one name have different numbers.
create table guests (
  id text primary key,
  gathering text not null,
  browser text not null,
  name text,
  name_key text not null,
  number integer not null check (number > 0),
  person text references persons,
  entered_at timestamptz not null,
  unique (gathering, name_key, number)
);
-- Once a guest has become a person, the browser may enter anew, as another guest.
create unique index guest_of_browser on guests (gathering, browser)
  where person is null and name is not null;
create index guests_by_browser on guests (browser);
create index guests_by_person on guests (person);

-- Sign-in codes. A row stands for every asking, also for an address that nobody here has, so that
-- nobody can tell the difference. The code is made when the mail is; the row holds its salted hash.
create table sign_in_codes (
  id text primary key,
  purpose text not null check (purpose in ('sign-in', 'address')),
  email text not null,
  browser text not null,
  ip text not null,
  person text references persons,
  salt bytea not null,
  code bytea,
  tries integer not null default 0,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_codes_by_email on sign_in_codes (email, asked_at);

-- Browsers in which a person has signed in: strangers who ask for codes cannot use up their share.
create table known_browsers (
  person text not null references persons,
  browser text not null,
  primary key (person, browser)
);

create table passkeys (
  id text primary key,
  person text not null references persons,
  credential text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_by_person on passkeys (person);

create table passkey_challenges (
  challenge text primary key,
  browser text not null,
  person text references persons,
  expires_at timestamptz not null
);

-- One-time links: an invitation to become a person here, or a way back in made by a steward.
create table invitations (
  id text primary key,
  kind text not null check (kind in ('invitation', 'way-back')),
  email text,
  name text,
  person text references persons,
  by text references persons,
  token bytea not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  check (email = lower(email))
);
create index invitations_by_email on invitations (email);
