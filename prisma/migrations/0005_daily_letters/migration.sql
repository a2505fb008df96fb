-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "digest" BOOLEAN NOT NULL DEFAULT false;

-- Few wait at any time.
create index notifications_for_the_daily_letter on "Notification" ("personId", "createdAt") where digest;
