-- Secret ballots: taking a paper marks the roll, and the urn does not know whose paper it was.

-- One key for each group that the count must tell apart.
create table decision_keys (
  decision text not null references decisions,
  "group" text not null,
  classes text[] not null,
  -- DER, SubjectPublicKeyInfo.
  public_key bytea not null,
  primary key (decision, "group")
);

-- What papers are signed with, only while the decision is open. DER, PKCS #8.
create table decision_signing_keys (
  decision text not null,
  "group" text not null,
  private_key bytea not null,
  primary key (decision, "group"),
  foreign key (decision, "group") references decision_keys
);

-- Papers taken: by whom for which entry, and for which blinded number, so that the same is signed again.
create table decision_papers (
  decision text not null,
  member text not null,
  "group" text not null,
  blinded_sha256 text not null check (blinded_sha256 ~ '^[0-9a-f]{64}$'),
  by text not null,
  primary key (decision, member),
  foreign key (decision, member) references decision_roll,
  foreign key (decision, "group") references decision_keys
);

-- All ballots of a decision in one row, {group: {tracker: [vote, signature]}}: jsonb keeps keys of one
-- length sorted, so that neither order, place, transaction nor time says anything of one of them.
create table decision_urns (
  decision text primary key references decisions,
  ballots jsonb not null
);
-- Signatures are chance; to look for what repeats in them costs time and saves nothing.
alter table decision_urns alter column ballots set storage external;
-- What was there before a change goes soon.
alter table decision_urns set (
  autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0,
  toast.autovacuum_vacuum_threshold = 1, toast.autovacuum_vacuum_scale_factor = 0
);

create function decision_is_secret(which text) returns boolean language sql stable as $$
  select exists (select 1 from decision_urns where decision = which)
$$;

-- Keys are made before the opening, and stand.
create function decision_key_stands() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' or (select opened_at is not null from decisions where id = new.decision) then
    raise exception 'the keys of % stand', coalesce(new.decision, old.decision);
  end if;
  return new;
end $$;
create trigger decision_key_stands before insert or update or delete on decision_keys
  for each row execute function decision_key_stands();

-- With the end of the opening nothing is signed any more, whoever ends it.
create function decision_keys_go() returns trigger language plpgsql as $$
begin
  delete from decision_signing_keys where decision = new.id;
  return null;
end $$;
create trigger decision_keys_go after update of state on decisions
  for each row when (old.state = 'open' and new.state <> 'open') execute function decision_keys_go();

-- A paper is taken while the decision is open, for an entry of its group; it is never given back.
create function decision_paper_stands() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'a paper of % that was taken stays taken', old.decision;
  end if;
  if (select state from decisions where id = new.decision) <> 'open' then
    raise exception 'the decision % gives no papers', new.decision;
  end if;
  if not exists (
    select 1 from decision_roll r
      join decision_keys k on k.decision = r.decision and r.class = any (k.classes)
      where r.decision = new.decision and r.member = new.member and r.votes
        and k."group" = new."group"
  ) then
    raise exception 'the paper of % in % is of another group', new.member, new.decision;
  end if;
  return new;
end $$;
create trigger decision_paper_stands before insert or update or delete on decision_papers
  for each row execute function decision_paper_stands();

-- The urn takes ballots while the decision is open, keeps every one, and holds in no group more of them
-- than papers were taken.
create function decision_urn_stands() returns trigger language plpgsql as $$
declare one text; cast_here integer; taken integer;
begin
  if tg_op = 'DELETE' then
    raise exception 'the urn of % stays', old.decision;
  end if;
  if tg_op = 'INSERT' then
    if exists (select 1 from jsonb_each(new.ballots) where value <> '{}')
      or (select opened_at is not null from decisions where id = new.decision)
    then
      raise exception 'the urn of % is empty when it opens', new.decision;
    end if;
    return new;
  end if;
  if new.decision <> old.decision
    or (select state from decisions where id = new.decision) <> 'open'
  then
    raise exception 'the urn of % takes no ballots', old.decision;
  end if;
  if not new.ballots ?& array(select jsonb_object_keys(old.ballots)) then
    raise exception 'a ballot of % is not taken out', old.decision;
  end if;
  for one in select jsonb_object_keys(new.ballots) loop
    if not new.ballots -> one ?& array(select jsonb_object_keys(old.ballots -> one)) then
      raise exception 'a ballot of % is not taken out', old.decision;
    end if;
    select count(*) into cast_here from jsonb_object_keys(new.ballots -> one);
    select count(*) into taken from decision_papers
      where decision = new.decision and "group" = one;
    if cast_here > taken then
      raise exception 'the urn of % would hold more ballots than papers were taken', new.decision;
    end if;
  end loop;
  return new;
end $$;
create trigger decision_urn_stands before insert or update or delete on decision_urns
  for each row execute function decision_urn_stands();

-- The law of counting, entry by entry: open and named, as many ballots as entries marked voted; secret,
-- as many papers taken, and no ballot that says whose it is.
create or replace function decision_law_of_counting() returns trigger language plpgsql as $$
declare secret boolean := decision_is_secret(new.decision);
begin
  if secret and exists (
    select 1 from decision_ballots where decision = new.decision and member = new.member
  ) then
    raise exception 'ballots of % are secret', new.decision;
  end if;
  if secret and exists (
    select 1 from decision_roll r
      left join decision_papers p on p.decision = r.decision and p.member = r.member
      where r.decision = new.decision and r.member = new.member
        and (r.voted_at is not null) <> (p.member is not null)
  ) then
    raise exception 'the papers of % are not those of its roll', new.decision;
  end if;
  if not secret and exists (
    select 1 from decision_roll r
      left join decision_ballots b on b.decision = r.decision and b.member = r.member
      where r.decision = new.decision and r.member = new.member
        and (r.voted_at is not null) <> (b.member is not null)
  ) then
    raise exception 'the ballots of % are not those of its roll', new.decision;
  end if;
  return null;
end $$;
create constraint trigger decision_law_of_papers after insert on decision_papers
  deferrable initially deferred for each row execute function decision_law_of_counting();
