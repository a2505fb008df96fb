-- AlterTable
ALTER TABLE "Association" ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'it';
