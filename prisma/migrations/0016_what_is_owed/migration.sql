-- CreateEnum
CREATE TYPE "CommitmentReminderKind" AS ENUM ('tenDays', 'oneDay', 'owner', 'head');

-- AlterTable
ALTER TABLE "RuleSet" ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "takenBackById" TEXT,
ADD COLUMN     "takenBackFor" TEXT;

-- CreateTable
CREATE TABLE "CommitmentMove" (
    "id" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fromDue" DATE,
    "toDue" DATE NOT NULL,

    CONSTRAINT "CommitmentMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentReminder" (
    "commitmentId" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "kind" "CommitmentReminderKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommitmentReminder_pkey" PRIMARY KEY ("commitmentId","dueOn","kind")
);

-- CreateIndex
CREATE INDEX "CommitmentMove_commitmentId_idx" ON "CommitmentMove"("commitmentId");

-- AddForeignKey
ALTER TABLE "CommitmentMove" ADD CONSTRAINT "CommitmentMove_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentReminder" ADD CONSTRAINT "CommitmentReminder_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleSet" ADD CONSTRAINT "RuleSet_takenBackById_fkey" FOREIGN KEY ("takenBackById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Each version was in force until the next one came.
UPDATE "RuleSet" r SET "endedAt" = (
  SELECT min(n."createdAt") FROM "RuleSet" n WHERE n."territoryId" = r."territoryId" AND n.version > r.version
);
