-- Of fewer than five confidential ballots only what was decided stays
ALTER TABLE "CountedBallot" DISABLE TRIGGER counted_ballot_is_kept;

WITH few AS (
    UPDATE "Poll" SET report = jsonb_strip_nulls(jsonb_build_object(
        'settings', '{}'::jsonb,
        'options', report->'options',
        'names', report->'names',
        'ballots', report->'ballots',
        'quorum', report->'quorum',
        'winners', (
            SELECT coalesce(jsonb_agg(option ORDER BY place), '[]'::jsonb)
            FROM jsonb_array_elements_text(report->'options') WITH ORDINALITY AS all_options(option, place)
            WHERE report->'winners' ? option
        ),
        'tooFew', true
    ))
    WHERE mode = 'confidential' AND stage = 'counted' AND "importKey" IS NULL
        AND (report->>'ballots')::int BETWEEN 1 AND 4
    RETURNING id
), counted AS (
    DELETE FROM "CountedBallot" WHERE "pollId" IN (SELECT id FROM few)
)
DELETE FROM "BudgetComparison" WHERE "pollId" IN (SELECT id FROM few);

ALTER TABLE "CountedBallot" ENABLE TRIGGER counted_ballot_is_kept;
