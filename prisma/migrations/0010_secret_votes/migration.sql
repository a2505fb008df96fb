-- CreateEnum
CREATE TYPE "CredentialMaker" AS ENUM ('registrar', 'server');

-- AlterEnum
ALTER TYPE "PollMode" ADD VALUE 'secret';

-- CreateTable
CREATE TABLE "SecretVote" (
    "pollId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "uuid" TEXT NOT NULL,
    "threshold" INTEGER NOT NULL,
    "minimum" INTEGER NOT NULL DEFAULT 10,
    "credentials" "CredentialMaker" NOT NULL DEFAULT 'server',
    "election" TEXT,
    "trustees" TEXT,
    "startedAt" INTEGER,
    "headHash" TEXT,
    "headHeight" INTEGER,
    "tooFew" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SecretVote_pkey" PRIMARY KEY ("pollId","round")
);

-- CreateTable
CREATE TABLE "Trustee" (
    "pollId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "certificate" TEXT,
    "dealing" TEXT,
    "holding" TEXT,

    CONSTRAINT "Trustee_pkey" PRIMARY KEY ("pollId","round","number")
);

-- CreateTable
CREATE TABLE "PublicCredential" (
    "pollId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "credential" TEXT NOT NULL,

    CONSTRAINT "PublicCredential_pkey" PRIMARY KEY ("pollId","round","credential")
);

-- CreateTable
CREATE TABLE "CredentialUse" (
    "pollId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "voterKey" TEXT NOT NULL,
    "credentialKey" TEXT NOT NULL,

    CONSTRAINT "CredentialUse_pkey" PRIMARY KEY ("pollId","round","voterKey")
);

-- CreateTable
CREATE TABLE "BoardEvent" (
    "pollId" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "data" TEXT[],
    "tracker" TEXT,
    "credential" TEXT,

    CONSTRAINT "BoardEvent_pkey" PRIMARY KEY ("pollId","round","height")
);

-- CreateIndex
CREATE UNIQUE INDEX "SecretVote_uuid_key" ON "SecretVote"("uuid");

-- CreateIndex
CREATE INDEX "Trustee_personId_idx" ON "Trustee"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Trustee_pollId_round_personId_key" ON "Trustee"("pollId", "round", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "CredentialUse_pollId_round_credentialKey_key" ON "CredentialUse"("pollId", "round", "credentialKey");

-- CreateIndex
CREATE INDEX "BoardEvent_pollId_round_credential_height_idx" ON "BoardEvent"("pollId", "round", "credential", "height");

-- CreateIndex
CREATE UNIQUE INDEX "BoardEvent_pollId_round_tracker_key" ON "BoardEvent"("pollId", "round", "tracker");

-- AddForeignKey
ALTER TABLE "SecretVote" ADD CONSTRAINT "SecretVote_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trustee" ADD CONSTRAINT "Trustee_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Trustee" ADD CONSTRAINT "Trustee_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicCredential" ADD CONSTRAINT "PublicCredential_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CredentialUse" ADD CONSTRAINT "CredentialUse_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardEvent" ADD CONSTRAINT "BoardEvent_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The board is append-only, and a vote's election text, once published, stays as it was.
create function refuse_change_of_board() returns trigger language plpgsql as $$
begin
  raise exception 'The board of a vote is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger board_is_append_only before update or delete on "BoardEvent" for each row execute function refuse_change_of_board();
create trigger board_is_never_emptied before truncate on "BoardEvent" for each statement execute function refuse_change_of_board();

create function refuse_change_of_election() returns trigger language plpgsql as $$
begin
  if old.election is not null and
    (new.uuid, new.threshold, new.minimum, new.credentials, new.election, new.trustees, new."startedAt")
      is distinct from (old.uuid, old.threshold, old.minimum, old.credentials, old.election, old.trustees, old."startedAt") then
    raise exception 'The terms of an opened vote do not change' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger election_of_an_opened_vote_is_frozen before update on "SecretVote" for each row execute function refuse_change_of_election();

-- A board goes on from its newest event: a number is never left out, and the first has none before it.
alter table "BoardEvent" add constraint board_begins_at_zero check (height >= 0);
alter table "SecretVote" add constraint some_trustees_are_needed check (threshold >= 1 and minimum >= 1);
