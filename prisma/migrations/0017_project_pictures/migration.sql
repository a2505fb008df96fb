-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "pictureAlt" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pictureId" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Project_pictureId_key" ON "Project"("pictureId");

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;
