-- Without accents first, then small: where the database's locale is C, only plain letters have a small form.
create or replace function plain_words(text) returns text language sql immutable parallel safe strict as $$ select lower(public.unaccent('public.unaccent', $1)) $$;
reindex index association_words;

-- Trigrams know no Arabic where the locale is C, and do not scale to whole texts: proposals are found by the stems of their words.
drop index proposal_words;

-- What a document says: the text of its nodes.
create function document_words(jsonb) returns text language sql immutable parallel safe strict as $$
  select coalesce(string_agg(part #>> '{}', ' '), '') from jsonb_path_query($1, 'strict $.**.text') as part
$$;

-- Signs that part words, whatever the locale makes of them.
create function parted_words(text) returns text language sql immutable parallel safe strict as $$
  select translate(public.plain_words($1), '/،؛؟', '    ')
$$;

-- PostgreSQL has no stemmer for Albanian: the endings of nouns are taken off.
create function albanian_stems(text) returns text language sql immutable parallel safe strict as $$
  select regexp_replace($1, '([a-z]{3,}?)(ave|eve|ive|uve|ise|ine|ite|ash|esh|ish|ush|ia|at|et|it|ut|te|an|en|in|un|es|as|is|us|ja|je|ve|se|a|e|i|u|n|t|s)\M', '\1', 'g')
$$;

create function word_stems(language text, words text) returns tsvector language sql immutable parallel safe strict as $$
  select case language
    when 'it' then to_tsvector('pg_catalog.italian', public.parted_words(words))
    when 'en' then to_tsvector('pg_catalog.english', public.parted_words(words))
    when 'fr' then to_tsvector('pg_catalog.french', public.parted_words(words))
    when 'ar' then to_tsvector('pg_catalog.arabic', public.parted_words(words))
    else to_tsvector('pg_catalog.simple', public.albanian_stems(public.parted_words(words)))
  end
$$;

-- The same words in any of the languages: all of them must stand in what is found.
create function stems_asked(words text) returns tsquery language sql immutable parallel safe strict as $$
  select plainto_tsquery('pg_catalog.italian', public.parted_words(words))
    || plainto_tsquery('pg_catalog.english', public.parted_words(words))
    || plainto_tsquery('pg_catalog.french', public.parted_words(words))
    || plainto_tsquery('pg_catalog.arabic', public.parted_words(words))
    || plainto_tsquery('pg_catalog.simple', public.albanian_stems(public.parted_words(words)))
$$;

-- Whether a word is more than an article or a preposition, in any of the languages.
create function says_something(word text) returns boolean language sql immutable parallel safe strict as $$
  select numnode(plainto_tsquery('pg_catalog.italian', public.parted_words(word))) > 0
    and numnode(plainto_tsquery('pg_catalog.english', public.parted_words(word))) > 0
    and numnode(plainto_tsquery('pg_catalog.french', public.parted_words(word))) > 0
    and numnode(plainto_tsquery('pg_catalog.arabic', public.parted_words(word))) > 0
$$;

alter table "Proposal" add column words tsvector generated always as (
  setweight(public.word_stems(language, title), 'A') || setweight(public.word_stems(language, public.document_words(document)), 'B')
) stored;
create index proposal_words on "Proposal" using gin (words);
