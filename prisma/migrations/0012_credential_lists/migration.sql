-- The list of credentials is written out from its rows, in their order, and is no longer one text in one column.
alter table "PublicCredential" add column "position" integer;
update "PublicCredential" c set "position" = o.place from (
  select "pollId", round, credential,
    row_number() over (partition by "pollId", round order by length(credential), credential collate "C") as place
  from "PublicCredential"
) o where o."pollId" = c."pollId" and o.round = c.round and o.credential = c.credential;
alter table "PublicCredential" alter column "position" set not null;
create unique index "PublicCredential_pollId_round_position_key" on "PublicCredential"("pollId", round, "position");

alter table "SecretVote" add column listed integer not null default 0, add column "listBytes" integer, add column "listHash" text;
update "SecretVote" v set listed = (select count(*) from "PublicCredential" c where c."pollId" = v."pollId" and c.round = v.round);

create or replace function refuse_change_of_election() returns trigger language plpgsql as $$
begin
  if old.election is not null and
    (new.uuid, new.threshold, new.minimum, new.credentials, new.election, new.trustees, new."startedAt", new.listed, new."listBytes", new."listHash")
      is distinct from (old.uuid, old.threshold, old.minimum, old.credentials, old.election, old.trustees, old."startedAt", old.listed, old."listBytes", old."listHash") then
    raise exception 'The terms of an opened vote do not change' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

-- The list of an opened vote belongs to its board: nobody is added, taken away or moved.
create function refuse_change_of_list() returns trigger language plpgsql as $$
declare
  changed "PublicCredential" := case when tg_op = 'INSERT' then new else old end;
begin
  if exists (select from "SecretVote" v where v."pollId" = changed."pollId" and v.round = changed.round and v.election is not null) then
    raise exception 'The list of an opened vote does not change' using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger list_of_an_opened_vote_is_frozen before insert or update or delete on "PublicCredential" for each row execute function refuse_change_of_list();
create trigger list_is_never_emptied before truncate on "PublicCredential" for each statement execute function refuse_change_of_board();
