-- What the points ask for, and what a picture shows, is found too.
alter table "Proposal" drop column words;

-- What a document says: the text of its nodes, and of its pictures the words beside them.
create or replace function document_words(jsonb) returns text language sql immutable parallel safe strict as $$
  select coalesce(string_agg(part #>> '{}', ' '), '') from (
    select jsonb_path_query($1, 'strict $.**.text') as part union all select jsonb_path_query($1, 'strict $.**.attrs.alt')
  ) as parts
$$;

alter table "Proposal" add column "pointWords" text not null default '';
update "Proposal" p set "pointWords" = live.text from (
  select "proposalId", string_agg(text, ' ' order by position) as text from "Point" where "splitAt" is null group by 1
) live where live."proposalId" = p.id;

alter table "Proposal" add column words tsvector generated always as (
  setweight(public.word_stems(language, title), 'A') || setweight(public.word_stems(language, "pointWords"), 'B')
  || setweight(public.word_stems(language, public.document_words(document)), 'C')
) stored;
create index proposal_words on "Proposal" using gin (words);

-- A generated column reads its own row alone: the points' words are kept in it by every statement that writes points.
create function keep_point_words() returns trigger language plpgsql as $$
begin
  update "Proposal" p set "pointWords" = live.text
  from (select distinct "proposalId" as id from changed) one
  cross join lateral (
    select coalesce(string_agg(o.text, ' ' order by o.position), '') as text from "Point" o
    where o."proposalId" = one.id and o."splitAt" is null
  ) live
  where p.id = one.id and p."pointWords" is distinct from live.text;
  return null;
end
$$;
create trigger point_words_are_kept_when_made after insert on "Point"
  referencing new table as changed for each statement execute function keep_point_words();
create trigger point_words_are_kept_when_changed after update on "Point"
  referencing new table as changed for each statement execute function keep_point_words();
create trigger point_words_are_kept_when_gone after delete on "Point"
  referencing old table as changed for each statement execute function keep_point_words();
