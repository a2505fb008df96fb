-- CreateEnum
CREATE TYPE "TranslatedKind" AS ENUM ('budget', 'opinions', 'panel');

-- CreateTable
CREATE TABLE "Translation" (
    "subjectKind" "TranslatedKind" NOT NULL,
    "subjectId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "written" JSONB NOT NULL,

    CONSTRAINT "Translation_pkey" PRIMARY KEY ("subjectKind","subjectId","language")
);
