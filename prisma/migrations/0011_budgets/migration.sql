-- CreateEnum
CREATE TYPE "IdeaProposers" AS ENUM ('residents', 'associations', 'residentsAndAssociations');

-- CreateEnum
CREATE TYPE "DistrictBallot" AS ENUM ('one', 'several');

-- CreateEnum
CREATE TYPE "Feasibility" AS ENUM ('waiting', 'feasible', 'changes', 'infeasible');

-- CreateTable
CREATE TABLE "Budget" (
    "id" TEXT NOT NULL,
    "territoryId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'it',
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "money" INTEGER NOT NULL,
    "proposers" "IdeaProposers" NOT NULL DEFAULT 'residentsAndAssociations',
    "mostIdeas" INTEGER,
    "ballot" "DistrictBallot" NOT NULL DEFAULT 'several',
    "act" TEXT,
    "ideasFrom" TIMESTAMPTZ(3) NOT NULL,
    "ideasUntil" TIMESTAMPTZ(3) NOT NULL,
    "checkUntil" TIMESTAMPTZ(3) NOT NULL,
    "voteFrom" TIMESTAMPTZ(3) NOT NULL,
    "voteUntil" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "lastNumber" INTEGER NOT NULL DEFAULT 0,
    "pollId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BudgetDistrict" (
    "id" TEXT NOT NULL,
    "budgetId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "money" INTEGER NOT NULL,

    CONSTRAINT "BudgetDistrict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" TEXT NOT NULL,
    "budgetId" TEXT NOT NULL,
    "districtId" TEXT,
    "number" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "associationId" TEXT,
    "proposalId" TEXT,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "feasibility" "Feasibility" NOT NULL DEFAULT 'waiting',
    "cost" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectFigure" (
    "id" BIGSERIAL NOT NULL,
    "projectId" TEXT NOT NULL,
    "cost" INTEGER NOT NULL,
    "why" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "byOffice" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProjectFigure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectCheck" (
    "id" BIGSERIAL NOT NULL,
    "projectId" TEXT NOT NULL,
    "feasibility" "Feasibility" NOT NULL,
    "reason" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProjectCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectConflict" (
    "budgetId" TEXT NOT NULL,
    "firstId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "ProjectConflict_pkey" PRIMARY KEY ("firstId","secondId")
);

-- CreateTable
CREATE TABLE "BudgetComparison" (
    "pollId" TEXT NOT NULL,
    "compared" JSONB NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BudgetComparison_pkey" PRIMARY KEY ("pollId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Budget_pollId_key" ON "Budget"("pollId");

-- CreateIndex
CREATE INDEX "Budget_territoryId_idx" ON "Budget"("territoryId");

-- CreateIndex
CREATE UNIQUE INDEX "BudgetDistrict_budgetId_position_key" ON "BudgetDistrict"("budgetId", "position");

-- CreateIndex
CREATE INDEX "Project_authorId_idx" ON "Project"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Project_budgetId_number_key" ON "Project"("budgetId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Project_budgetId_proposalId_key" ON "Project"("budgetId", "proposalId");

-- CreateIndex
CREATE INDEX "ProjectFigure_projectId_idx" ON "ProjectFigure"("projectId");

-- CreateIndex
CREATE INDEX "ProjectCheck_projectId_idx" ON "ProjectCheck"("projectId");

-- CreateIndex
CREATE INDEX "ProjectConflict_budgetId_idx" ON "ProjectConflict"("budgetId");

-- AddForeignKey
ALTER TABLE "Budget" ADD CONSTRAINT "Budget_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Budget" ADD CONSTRAINT "Budget_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Budget" ADD CONSTRAINT "Budget_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetDistrict" ADD CONSTRAINT "BudgetDistrict_budgetId_fkey" FOREIGN KEY ("budgetId") REFERENCES "Budget"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_budgetId_fkey" FOREIGN KEY ("budgetId") REFERENCES "Budget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "BudgetDistrict"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectFigure" ADD CONSTRAINT "ProjectFigure_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectFigure" ADD CONSTRAINT "ProjectFigure_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectCheck" ADD CONSTRAINT "ProjectCheck_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectCheck" ADD CONSTRAINT "ProjectCheck_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectConflict" ADD CONSTRAINT "ProjectConflict_budgetId_fkey" FOREIGN KEY ("budgetId") REFERENCES "Budget"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectConflict" ADD CONSTRAINT "ProjectConflict_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectConflict" ADD CONSTRAINT "ProjectConflict_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetComparison" ADD CONSTRAINT "BudgetComparison_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Figures and findings are public history: nothing of it changes.
create trigger figure_is_kept before update or delete on "ProjectFigure" for each row execute function refuse_change();
create trigger check_is_kept before update or delete on "ProjectCheck" for each row execute function refuse_change();

alter table "Budget" add constraint phases_follow_each_other check (
  "ideasFrom" < "ideasUntil" and "ideasUntil" <= "checkUntil" and "checkUntil" <= "voteFrom" and "voteFrom" < "voteUntil");
alter table "Budget" add constraint money_is_positive check (money > 0);
alter table "BudgetDistrict" add constraint money_is_positive check (money > 0);
alter table "ProjectFigure" add constraint cost_is_positive check (cost > 0);
-- What goes to the vote has a figure, and an office's reason
alter table "Project" add constraint feasible_has_a_cost check (feasibility <> 'feasible' or cost > 0);
-- A pair is written once
alter table "ProjectConflict" add constraint pair_is_ordered check ("firstId" < "secondId");
