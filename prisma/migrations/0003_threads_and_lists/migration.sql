-- DropIndex
DROP INDEX "Comment_subjectKind_subjectId_parentId_createdAt_id_idx";

-- DropIndex
DROP INDEX "Comment_subjectKind_subjectId_parentId_weight_id_idx";

-- DropIndex
DROP INDEX "Comment_authorId_idx";

-- DropIndex
DROP INDEX "Proposal_stage_publishedAt_id_idx";

-- DropIndex
DROP INDEX "Proposal_stage_supportCount_id_idx";

-- DropIndex
DROP INDEX "Proposal_dueOn_idx";

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "formKey" TEXT;

-- AlterTable
ALTER TABLE "Proposal" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ProposalVersion" ADD COLUMN     "points" TEXT[];

-- CreateIndex
CREATE UNIQUE INDEX "Comment_authorId_formKey_key" ON "Comment"("authorId", "formKey");

-- Threads page by key over their roots alone, so that a page costs the same in a thread of any length.
create index comment_roots_by_time on "Comment" ("subjectKind", "subjectId", "createdAt", id) where "parentId" is null;
create index comment_roots_by_weight on "Comment" ("subjectKind", "subjectId", weight, "createdAt", id) where "parentId" is null;

-- Lists of what everybody may see, each in its order.
create index proposals_newest on "Proposal" ("publishedAt", id) where "publishedAt" is not null and "hiddenAt" is null;
create index proposals_most_supported on "Proposal" (("supportCount" + "importedSupportCount"), id) where "publishedAt" is not null and "hiddenAt" is null;
create index proposals_soonest_due on "Proposal" ("dueOn", id) where "publishedAt" is not null and "hiddenAt" is null and "dueOn" is not null;
