-- CreateEnum
CREATE TYPE "StatementModeration" AS ENUM ('pending', 'accepted', 'refused');

-- CreateEnum
CREATE TYPE "PanelStage" AS ENUM ('draft', 'gathering', 'preparing', 'published', 'drawn');

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL,
    "territoryId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'it',
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "seed" TEXT NOT NULL,
    "written" INTEGER NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closesAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'it',
    "text" TEXT NOT NULL,
    "moderation" "StatementModeration" NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "note" TEXT,
    "judgedById" TEXT,
    "judgedAt" TIMESTAMPTZ(3),
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StatementVote" (
    "conversationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "vote" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StatementVote_pkey" PRIMARY KEY ("conversationId","personId","statementId")
);

-- CreateTable
CREATE TABLE "OpinionPicture" (
    "conversationId" TEXT NOT NULL,
    "picture" JSONB NOT NULL,
    "people" INTEGER NOT NULL,
    "votes" INTEGER NOT NULL,
    "upTo" TIMESTAMPTZ(3) NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpinionPicture_pkey" PRIMARY KEY ("conversationId")
);

-- CreateTable
CREATE TABLE "Panel" (
    "id" TEXT NOT NULL,
    "territoryId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'it',
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "seats" INTEGER NOT NULL,
    "features" JSONB NOT NULL DEFAULT '[]',
    "chance" TEXT NOT NULL,
    "stage" "PanelStage" NOT NULL DEFAULT 'draft',
    "gathersTo" TIMESTAMPTZ(3) NOT NULL,
    "drawsAt" TIMESTAMPTZ(3) NOT NULL,
    "seed" TEXT NOT NULL,
    "why" JSONB,
    "lottery" TEXT,
    "digest" TEXT,
    "tickets" INTEGER,
    "pool" INTEGER,
    "smallest" TEXT,
    "largest" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "drawSeed" TEXT,
    "ticket" INTEGER,
    "drawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Panel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Volunteer" (
    "panelId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "answers" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "drawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Volunteer_pkey" PRIMARY KEY ("panelId","personId")
);

-- CreateIndex
CREATE INDEX "Conversation_territoryId_idx" ON "Conversation"("territoryId");

-- CreateIndex
CREATE INDEX "Statement_authorId_idx" ON "Statement"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_conversationId_number_key" ON "Statement"("conversationId", "number");

-- CreateIndex
CREATE INDEX "StatementVote_statementId_idx" ON "StatementVote"("statementId");

-- CreateIndex
CREATE INDEX "StatementVote_personId_idx" ON "StatementVote"("personId");

-- CreateIndex
CREATE INDEX "Panel_territoryId_idx" ON "Panel"("territoryId");

-- CreateIndex
CREATE INDEX "Panel_stage_idx" ON "Panel"("stage");

-- CreateIndex
CREATE INDEX "Volunteer_personId_idx" ON "Volunteer"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Volunteer_panelId_code_key" ON "Volunteer"("panelId", "code");

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_judgedById_fkey" FOREIGN KEY ("judgedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementVote" ADD CONSTRAINT "StatementVote_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementVote" ADD CONSTRAINT "StatementVote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StatementVote" ADD CONSTRAINT "StatementVote_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionPicture" ADD CONSTRAINT "OpinionPicture_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Panel" ADD CONSTRAINT "Panel_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Panel" ADD CONSTRAINT "Panel_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Volunteer" ADD CONSTRAINT "Volunteer_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Panel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Volunteer" ADD CONSTRAINT "Volunteer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table "StatementVote" add constraint vote_is_yes_no_or_pass check (vote in (-1, 0, 1));
alter table "Statement" add constraint refused_statement_has_its_reason check ((moderation = 'refused') = (reason is not null));
alter table "Conversation" add constraint conversation_closes_after_it_opens check ("closesAt" > "openedAt");

alter table "Panel" add constraint panel_has_seats check (seats > 0);
alter table "Panel" add constraint panel_draws_after_it_gathers check ("drawsAt" > "gathersTo");
alter table "Panel" add constraint published_panel_has_its_lottery
  check ((stage in ('published', 'drawn')) = (num_nulls(lottery, digest, tickets, pool, "publishedAt") = 0));
alter table "Panel" add constraint drawn_panel_has_its_ticket
  check ((stage = 'drawn') = (num_nulls("drawSeed", ticket, "drawnAt") = 0));

-- What was published before the draw stays as it was, and so does the draw.
create function refuse_change_of_lottery() returns trigger language plpgsql as $$
begin
  if old.stage in ('published', 'drawn') and
    (new.lottery, new.digest, new.tickets, new.pool, new.seats, new.features, new.seed, new.chance, new."gathersTo", new."drawsAt", new."publishedAt")
      is distinct from (old.lottery, old.digest, old.tickets, old.pool, old.seats, old.features, old.seed, old.chance, old."gathersTo", old."drawsAt", old."publishedAt") then
    raise exception 'A published lottery does not change' using errcode = 'check_violation';
  end if;
  if old.stage = 'published' and new.stage not in ('published', 'drawn') then
    raise exception 'A published lottery is drawn' using errcode = 'check_violation';
  end if;
  if old.stage = 'drawn' and (new.stage, new."drawSeed", new.ticket, new."drawnAt") is distinct from (old.stage, old."drawSeed", old.ticket, old."drawnAt") then
    raise exception 'A draw is made once' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger published_lottery_is_kept before update on "Panel" for each row execute function refuse_change_of_lottery();
