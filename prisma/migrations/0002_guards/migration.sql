-- What the schema language cannot say, and the database must guarantee.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The journal is append-only.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger entry_is_append_only before update or delete on "Entry" for each row execute function refuse_change();
create trigger entry_is_never_emptied before truncate on "Entry" for each statement execute function refuse_change();
create trigger version_is_append_only before update or delete on "AnswerVersion" for each row execute function refuse_change();
create trigger proposal_version_is_append_only before update or delete on "ProposalVersion" for each row execute function refuse_change();

-- Comments have two levels.
create function refuse_third_level() returns trigger language plpgsql as $$
begin
  if new."parentId" is not null and exists (select 1 from "Comment" where id = new."parentId" and "parentId" is not null) then
    raise exception 'A reply has no replies' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger comment_has_two_levels before insert on "Comment" for each row execute function refuse_third_level();

-- One live hiding and one live attestation at a time; one open claim of a tax code.
create unique index one_live_mandate on "Mandate" ("associationId", "personId", kind) where "endedAt" is null and "personId" is not null;
create unique index one_role_of_a_kind on "Role" ("personId", "territoryId", kind) where "endsOn" is null;

alter table "Proposal" add constraint support_count_is_not_negative check ("supportCount" >= 0);
alter table "RuleSet" add constraint one_threshold check (num_nonnulls("thresholdNumber", "thresholdShare") = 1);
alter table "RuleSet" add constraint days_are_positive check ("answerDays" > 0 and "reviewDays" > 0 and "extensionDays" > 0);

-- Words of a proposal, for similar ones and for search; a function so that the index can use it.
create function plain_words(text) returns text language sql immutable parallel safe strict as $$ select public.unaccent('public.unaccent', lower($1)) $$;
create index proposal_words on "Proposal" using gin (plain_words(title || ' ' || excerpt) gin_trgm_ops);
create index association_words on "Association" using gin (plain_words(name || ' ' || description) gin_trgm_ops);
