-- AlterTable
ALTER TABLE "Poll" ADD COLUMN     "importKey" TEXT;

-- CreateTable
CREATE TABLE "PollCommitment" (
    "pollId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,

    CONSTRAINT "PollCommitment_pkey" PRIMARY KEY ("pollId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "PollCommitment_commitmentId_key" ON "PollCommitment"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Poll_importKey_key" ON "Poll"("importKey");

-- AddForeignKey
ALTER TABLE "PollCommitment" ADD CONSTRAINT "PollCommitment_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollCommitment" ADD CONSTRAINT "PollCommitment_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
