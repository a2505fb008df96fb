-- AlterTable
ALTER TABLE "Poll" ADD COLUMN     "countPercent" INTEGER,
ADD COLUMN     "counting" TEXT;
