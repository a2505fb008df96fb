-- CreateTable
CREATE TABLE "PollTranslation" (
    "pollId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "written" JSONB NOT NULL,

    CONSTRAINT "PollTranslation_pkey" PRIMARY KEY ("pollId","language")
);

-- AddForeignKey
ALTER TABLE "PollTranslation" ADD CONSTRAINT "PollTranslation_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;
