-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "hiddenAt" TIMESTAMPTZ(3);
