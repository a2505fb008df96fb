-- A verdict belongs to the version it was said of: the latest at that moment.
ALTER TABLE "AuthorVerdict" DROP CONSTRAINT "AuthorVerdict_answerId_fkey",
DROP CONSTRAINT "AuthorVerdict_pkey",
ADD COLUMN     "number" INTEGER;

UPDATE "AuthorVerdict" v SET "number" = coalesce(
  (SELECT max(w."number") FROM "AnswerVersion" w WHERE w."answerId" = v."answerId" AND w.at <= v.at),
  1
);

ALTER TABLE "AuthorVerdict" ALTER COLUMN "number" SET NOT NULL,
ADD CONSTRAINT "AuthorVerdict_pkey" PRIMARY KEY ("answerId", "number");

-- AddForeignKey
ALTER TABLE "AuthorVerdict" ADD CONSTRAINT "AuthorVerdict_answerId_number_fkey" FOREIGN KEY ("answerId", "number") REFERENCES "AnswerVersion"("answerId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
