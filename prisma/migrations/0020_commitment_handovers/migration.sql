-- CreateTable
CREATE TABLE "CommitmentHandover" (
    "id" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fromOfficeId" TEXT NOT NULL,
    "toOfficeId" TEXT NOT NULL,

    CONSTRAINT "CommitmentHandover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CommitmentHandover_commitmentId_idx" ON "CommitmentHandover"("commitmentId");

-- AddForeignKey
ALTER TABLE "CommitmentHandover" ADD CONSTRAINT "CommitmentHandover_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentHandover" ADD CONSTRAINT "CommitmentHandover_fromOfficeId_fkey" FOREIGN KEY ("fromOfficeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentHandover" ADD CONSTRAINT "CommitmentHandover_toOfficeId_fkey" FOREIGN KEY ("toOfficeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
