-- AlterEnum
ALTER TYPE "MailTokenPurpose" ADD VALUE 'changeAddress';

-- AlterTable
ALTER TABLE "MailToken" ADD COLUMN     "address" TEXT;

-- CreateTable
CREATE TABLE "KnownDevice" (
    "hash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "KnownDevice_personId_idx" ON "KnownDevice"("personId");

-- CreateIndex
CREATE INDEX "Attempt_expire_idx" ON "Attempt"("expire");

-- AddForeignKey
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One verified association a tax code; the public register by name.
CREATE UNIQUE INDEX one_verified_tax_code ON "Association" ("taxCode") WHERE verification = 'verified' AND "taxCode" IS NOT NULL;
CREATE INDEX association_by_name ON "Association" (lower(name), id);
