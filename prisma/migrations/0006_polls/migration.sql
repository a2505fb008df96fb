-- CreateEnum
CREATE TYPE "PollStage" AS ENUM ('draft', 'open', 'closed', 'counted');

-- CreateEnum
CREATE TYPE "PollMode" AS ENUM ('open', 'confidential');

-- CreateEnum
CREATE TYPE "PollVoters" AS ENUM ('confirmed', 'residents', 'attested', 'members', 'codes');

-- CreateTable
CREATE TABLE "Poll" (
    "id" TEXT NOT NULL,
    "territoryId" TEXT NOT NULL,
    "associationId" TEXT,
    "authorId" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'it',
    "question" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "rule" TEXT NOT NULL DEFAULT 'yes-no',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "mode" "PollMode" NOT NULL DEFAULT 'confidential',
    "voters" "PollVoters" NOT NULL DEFAULT 'residents',
    "showsRunning" BOOLEAN NOT NULL DEFAULT false,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "stage" "PollStage" NOT NULL DEFAULT 'draft',
    "round" INTEGER NOT NULL DEFAULT 1,
    "frozen" JSONB,
    "commitment" TEXT,
    "secretSeed" TEXT,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "countedAt" TIMESTAMPTZ(3),
    "roll" INTEGER,
    "report" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PollOption" (
    "id" TEXT NOT NULL,
    "pollId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "cost" INTEGER,
    "place" TEXT,
    "proposalId" TEXT,

    CONSTRAINT "PollOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "pollId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "voterKey" TEXT NOT NULL,
    "sealed" BYTEA,
    "content" TEXT,

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("pollId","round","voterKey")
);

-- CreateTable
CREATE TABLE "PollParticipation" (
    "pollId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "startedOn" DATE NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT false,
    "remindedOn" DATE,

    CONSTRAINT "PollParticipation_pkey" PRIMARY KEY ("pollId","round","personId")
);

-- CreateTable
CREATE TABLE "CountedBallot" (
    "pollId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "copies" INTEGER NOT NULL,
    "onPaper" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CountedBallot_pkey" PRIMARY KEY ("pollId","number")
);

-- CreateTable
CREATE TABLE "BallotReceipt" (
    "pollId" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "BallotReceipt_pkey" PRIMARY KEY ("pollId","code")
);

-- CreateTable
CREATE TABLE "PollCode" (
    "pollId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "counted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PollCode_pkey" PRIMARY KEY ("pollId","codeHash")
);

-- CreateTable
CREATE TABLE "PaperBallot" (
    "pollId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "officerId" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "PaperBallot_pkey" PRIMARY KEY ("pollId","round","number","officerId")
);

-- CreateIndex
CREATE INDEX "Poll_territoryId_idx" ON "Poll"("territoryId");

-- CreateIndex
CREATE INDEX "Poll_stage_closesAt_idx" ON "Poll"("stage", "closesAt");

-- CreateIndex
CREATE INDEX "PollOption_proposalId_idx" ON "PollOption"("proposalId");

-- CreateIndex
CREATE UNIQUE INDEX "PollOption_pollId_key_key" ON "PollOption"("pollId", "key");

-- CreateIndex
CREATE INDEX "PollParticipation_personId_idx" ON "PollParticipation"("personId");

-- CreateIndex
CREATE INDEX "PaperBallot_officerId_idx" ON "PaperBallot"("officerId");

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollOption" ADD CONSTRAINT "PollOption_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollOption" ADD CONSTRAINT "PollOption_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollParticipation" ADD CONSTRAINT "PollParticipation_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollParticipation" ADD CONSTRAINT "PollParticipation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CountedBallot" ADD CONSTRAINT "CountedBallot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BallotReceipt" ADD CONSTRAINT "BallotReceipt_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollCode" ADD CONSTRAINT "PollCode_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperBallot" ADD CONSTRAINT "PaperBallot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperBallot" ADD CONSTRAINT "PaperBallot_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A ballot is sealed or open, never both; a poll that people can see has its terms and its dates.
alter table "Ballot" add constraint ballot_is_sealed_or_open check (num_nonnulls(sealed, content) = 1);
alter table "Poll" add constraint opened_poll_has_terms check (stage = 'draft' or num_nulls(frozen, "opensAt", "closesAt", commitment, "secretSeed") = 0);
alter table "Poll" add constraint poll_closes_after_it_opens check ("closesAt" > "opensAt");
alter table "Poll" add constraint counted_poll_has_its_report check (stage <> 'counted' or num_nulls(report, roll) = 0);

-- Rules freeze at opening: only a restart, which goes back to a draft and counts a new round, changes them.
create function refuse_change_of_terms() returns trigger language plpgsql as $$
begin
  if old.stage <> 'draft' and new.stage <> 'draft' and
    (new.frozen, new."opensAt", new."closesAt", new.commitment, new."secretSeed", new.round, new.mode, new.voters)
      is distinct from (old.frozen, old."opensAt", old."closesAt", old.commitment, old."secretSeed", old.round, old.mode, old.voters) then
    raise exception 'The terms of an opened poll do not change' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger terms_of_an_opened_poll_are_frozen before update on "Poll" for each row execute function refuse_change_of_terms();

-- Once counted, ballots stay as they were counted.
create trigger counted_ballot_is_kept before update or delete on "CountedBallot" for each row execute function refuse_change();
create trigger receipt_is_kept before update or delete on "BallotReceipt" for each row execute function refuse_change();
