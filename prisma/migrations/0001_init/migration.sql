-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "PointVerdict" AS ENUM ('accepted', 'inPart', 'notAccepted');

-- CreateEnum
CREATE TYPE "Satisfaction" AS ENUM ('yes', 'inPart', 'no');

-- CreateEnum
CREATE TYPE "EscalationKind" AS ENUM ('tenDays', 'fiveDays', 'oneDay', 'deputy', 'head');

-- CreateEnum
CREATE TYPE "LegalForm" AS ENUM ('odv', 'aps', 'ets', 'cooperative', 'foundation', 'committee', 'informal', 'other');

-- CreateEnum
CREATE TYPE "Verification" AS ENUM ('claimed', 'submitted', 'incomplete', 'verified', 'refused', 'suspended');

-- CreateEnum
CREATE TYPE "MandateKind" AS ENUM ('representative', 'delegate', 'member');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('for', 'against', 'neutral');

-- CreateEnum
CREATE TYPE "MailTokenPurpose" AS ENUM ('confirm', 'reset');

-- CreateEnum
CREATE TYPE "RoleKind" AS ENUM ('officer', 'moderator', 'mediator', 'facilitator', 'trainer', 'administrator');

-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('offence', 'hate', 'privateData', 'falsehood', 'spam', 'offTopic');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('hidden', 'kept');

-- CreateEnum
CREATE TYPE "AppealOutcome" AS ENUM ('upheld', 'overturned');

-- CreateEnum
CREATE TYPE "MailChoice" AS ENUM ('now', 'daily', 'never');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('draft', 'open', 'qualified', 'answered', 'withdrawn', 'archived');

-- CreateEnum
CREATE TYPE "TerritoryKind" AS ENUM ('region', 'province', 'district', 'comune');

-- CreateEnum
CREATE TYPE "ProposerRule" AS ENUM ('residents', 'associations', 'residentsAndAssociations');

-- CreateEnum
CREATE TYPE "SupporterRule" AS ENUM ('residents', 'anyone');

-- CreateEnum
CREATE TYPE "OfficeRank" AS ENUM ('head', 'deputy', 'officer');

-- CreateTable
CREATE TABLE "Point" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "splitFromId" TEXT,
    "splitAt" TIMESTAMPTZ(3),

    CONSTRAINT "Point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "officeId" TEXT,
    "assigneeId" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueOn" DATE NOT NULL,
    "computation" JSONB NOT NULL,
    "opening" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'it',
    "seenAt" TIMESTAMPTZ(3),
    "preparedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "reviewReason" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerPoint" (
    "answerId" TEXT NOT NULL,
    "pointId" TEXT NOT NULL,
    "verdict" "PointVerdict",
    "reasons" TEXT NOT NULL DEFAULT '',
    "actNumber" TEXT,
    "actDate" DATE,
    "actLink" TEXT,
    "promise" TEXT,
    "promisedOn" DATE,

    CONSTRAINT "AnswerPoint_pkey" PRIMARY KEY ("answerId","pointId")
);

-- CreateTable
CREATE TABLE "AnswerVersion" (
    "answerId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "opening" TEXT NOT NULL,
    "points" JSONB NOT NULL,
    "changeReason" TEXT,
    "publishedById" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnswerVersion_pkey" PRIMARY KEY ("answerId","number")
);

-- CreateTable
CREATE TABLE "InternalNote" (
    "id" TEXT NOT NULL,
    "answerId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "InternalNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "answerId" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fromDue" DATE NOT NULL,
    "toDue" DATE NOT NULL,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("answerId")
);

-- CreateTable
CREATE TABLE "Escalation" (
    "answerId" TEXT NOT NULL,
    "kind" "EscalationKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("answerId","kind")
);

-- CreateTable
CREATE TABLE "AuthorVerdict" (
    "answerId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "satisfaction" "Satisfaction" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuthorVerdict_pkey" PRIMARY KEY ("answerId")
);

-- CreateTable
CREATE TABLE "Commitment" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT,
    "answerId" TEXT,
    "pointId" TEXT,
    "officeId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dueOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "droppedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "evidence" TEXT,

    CONSTRAINT "Commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentStep" (
    "id" TEXT NOT NULL,
    "commitmentId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "evidence" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommitmentStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Association" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legalForm" "LegalForm",
    "taxCode" TEXT,
    "runtsNumber" TEXT,
    "runtsSection" TEXT,
    "regionalRegister" TEXT,
    "nationalRegister" TEXT,
    "address" TEXT,
    "seatId" TEXT,
    "languages" TEXT[],
    "description" TEXT NOT NULL DEFAULT '',
    "website" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "verification" "Verification" NOT NULL DEFAULT 'claimed',
    "verificationNote" TEXT,
    "verifiedAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "importKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Association_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssociationTerritory" (
    "associationId" TEXT NOT NULL,
    "territoryId" TEXT NOT NULL,

    CONSTRAINT "AssociationTerritory_pkey" PRIMARY KEY ("associationId","territoryId")
);

-- CreateTable
CREATE TABLE "AssociationChange" (
    "id" TEXT NOT NULL,
    "associationId" TEXT NOT NULL,
    "state" "Verification" NOT NULL,
    "note" TEXT,
    "byId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AssociationChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mandate" (
    "id" TEXT NOT NULL,
    "associationId" TEXT NOT NULL,
    "kind" "MandateKind" NOT NULL,
    "personId" TEXT,
    "invitedEmail" TEXT,
    "tokenHash" TEXT,
    "invitedById" TEXT,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "acceptedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "parentId" TEXT,
    "authorId" TEXT NOT NULL,
    "associationId" TEXT,
    "stance" "Stance" NOT NULL DEFAULT 'neutral',
    "language" TEXT NOT NULL DEFAULT 'it',
    "text" TEXT NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 0,
    "replyCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),
    "importKey" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentEdit" (
    "id" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommentEdit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentMark" (
    "commentId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommentMark_pkey" PRIMARY KEY ("commentId","personId")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "email" TEXT,
    "passwordHash" TEXT,
    "emailConfirmedAt" TIMESTAMPTZ(3),
    "pseudonym" TEXT NOT NULL,
    "realName" TEXT,
    "showsRealName" BOOLEAN NOT NULL DEFAULT false,
    "homeTerritoryId" TEXT,
    "language" TEXT NOT NULL DEFAULT 'it',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInSession" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SignInSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailToken" (
    "hash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "purpose" "MailTokenPurpose" NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MailToken_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "territoryId" TEXT NOT NULL,
    "kind" "RoleKind" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "grantedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttestationCode" (
    "personId" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AttestationCode_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Attestation" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "territoryId" TEXT NOT NULL,
    "attesterId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresOn" DATE NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" TEXT,
    "revocation" TEXT,

    CONSTRAINT "Attestation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" BIGSERIAL NOT NULL,
    "what" TEXT NOT NULL,
    "actorId" TEXT,
    "associationId" TEXT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "territoryId" TEXT,
    "details" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EntryCounter" (
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "EntryCounter_pkey" PRIMARY KEY ("subjectKind","subjectId")
);

-- CreateTable
CREATE TABLE "LifeLink" (
    "fromKind" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toKind" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LifeLink_pkey" PRIMARY KEY ("fromKind","fromId","toKind","toId")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "reporterId" TEXT NOT NULL,
    "reason" "ReportReason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "outcome" "ReportOutcome",

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hiding" (
    "id" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "territoryId" TEXT,
    "reason" "ReportReason" NOT NULL,
    "note" TEXT NOT NULL,
    "moderatorId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "appealText" TEXT,
    "appealedAt" TIMESTAMPTZ(3),
    "appealDecidedById" TEXT,
    "appealDecidedAt" TIMESTAMPTZ(3),
    "appealOutcome" "AppealOutcome",
    "appealNote" TEXT,

    CONSTRAINT "Hiding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "entryId" BIGINT NOT NULL,
    "what" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "toDo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationPreference" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mail" "MailChoice" NOT NULL,

    CONSTRAINT "NotificationPreference_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "Follow" (
    "personId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("personId","subjectKind","subjectId")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "territoryId" TEXT NOT NULL,
    "topic" TEXT,
    "language" TEXT NOT NULL DEFAULT 'it',
    "title" TEXT NOT NULL DEFAULT '',
    "document" JSONB NOT NULL,
    "excerpt" TEXT NOT NULL DEFAULT '',
    "stage" "Stage" NOT NULL DEFAULT 'draft',
    "authorId" TEXT NOT NULL,
    "associationId" TEXT,
    "ruleSetId" TEXT,
    "rules" JSONB,
    "threshold" INTEGER,
    "supportCount" INTEGER NOT NULL DEFAULT 0,
    "importedSupportCount" INTEGER NOT NULL DEFAULT 0,
    "commentCount" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "qualifiedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),
    "dueOn" DATE,
    "hiddenAt" TIMESTAMPTZ(3),
    "importKey" TEXT,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalVersion" (
    "proposalId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT,

    CONSTRAINT "ProposalVersion_pkey" PRIMARY KEY ("proposalId","number")
);

-- CreateTable
CREATE TABLE "CoAuthor" (
    "id" TEXT NOT NULL,
    "proposalId" TEXT NOT NULL,
    "personId" TEXT,
    "invitedEmail" TEXT,
    "tokenHash" TEXT,
    "acceptedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CoAuthor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Support" (
    "proposalId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Support_pkey" PRIMARY KEY ("proposalId","personId")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "subjectKind" TEXT,
    "subjectId" TEXT,
    "purpose" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "sha256" TEXT NOT NULL,
    "restricted" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportedRecord" (
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportedRecord_pkey" PRIMARY KEY ("source","kind","key")
);

-- CreateTable
CREATE TABLE "Territory" (
    "id" TEXT NOT NULL,
    "istatCode" TEXT NOT NULL,
    "kind" "TerritoryKind" NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "parentId" TEXT,
    "population" INTEGER,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "border" JSONB,
    "patronFeast" TEXT,
    "patronName" TEXT,

    CONSTRAINT "Territory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RuleSet" (
    "id" TEXT NOT NULL,
    "territoryId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "proposers" "ProposerRule" NOT NULL DEFAULT 'residentsAndAssociations',
    "supporters" "SupporterRule" NOT NULL DEFAULT 'residents',
    "thresholdNumber" INTEGER,
    "thresholdShare" INTEGER,
    "answerDays" INTEGER NOT NULL DEFAULT 30,
    "reviewDays" INTEGER NOT NULL DEFAULT 15,
    "extensionDays" INTEGER NOT NULL DEFAULT 15,
    "editWindowHours" INTEGER NOT NULL DEFAULT 24,
    "act" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RuleSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Office" (
    "id" TEXT NOT NULL,
    "territoryId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "topics" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeMember" (
    "id" TEXT NOT NULL,
    "officeId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "rank" "OfficeRank" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "OfficeMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeClosure" (
    "id" TEXT NOT NULL,
    "officeId" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "OfficeClosure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Point_proposalId_position_idx" ON "Point"("proposalId", "position");

-- CreateIndex
CREATE INDEX "Answer_officeId_publishedAt_dueOn_idx" ON "Answer"("officeId", "publishedAt", "dueOn");

-- CreateIndex
CREATE INDEX "Answer_publishedAt_dueOn_idx" ON "Answer"("publishedAt", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_proposalId_round_key" ON "Answer"("proposalId", "round");

-- CreateIndex
CREATE INDEX "InternalNote_answerId_idx" ON "InternalNote"("answerId");

-- CreateIndex
CREATE INDEX "Commitment_proposalId_idx" ON "Commitment"("proposalId");

-- CreateIndex
CREATE INDEX "Commitment_officeId_doneAt_dueOn_idx" ON "Commitment"("officeId", "doneAt", "dueOn");

-- CreateIndex
CREATE INDEX "CommitmentStep_commitmentId_idx" ON "CommitmentStep"("commitmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Association_importKey_key" ON "Association"("importKey");

-- CreateIndex
CREATE INDEX "Association_seatId_idx" ON "Association"("seatId");

-- CreateIndex
CREATE INDEX "Association_verification_idx" ON "Association"("verification");

-- CreateIndex
CREATE INDEX "AssociationTerritory_territoryId_idx" ON "AssociationTerritory"("territoryId");

-- CreateIndex
CREATE INDEX "AssociationChange_associationId_idx" ON "AssociationChange"("associationId");

-- CreateIndex
CREATE UNIQUE INDEX "Mandate_tokenHash_key" ON "Mandate"("tokenHash");

-- CreateIndex
CREATE INDEX "Mandate_associationId_idx" ON "Mandate"("associationId");

-- CreateIndex
CREATE INDEX "Mandate_personId_idx" ON "Mandate"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_importKey_key" ON "Comment"("importKey");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_parentId_createdAt_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Comment_subjectKind_subjectId_parentId_weight_id_idx" ON "Comment"("subjectKind", "subjectId", "parentId", "weight" DESC, "id");

-- CreateIndex
CREATE INDEX "Comment_parentId_createdAt_id_idx" ON "Comment"("parentId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Comment_authorId_idx" ON "Comment"("authorId");

-- CreateIndex
CREATE INDEX "CommentEdit_commentId_idx" ON "CommentEdit"("commentId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "SignInSession_personId_idx" ON "SignInSession"("personId");

-- CreateIndex
CREATE INDEX "MailToken_personId_idx" ON "MailToken"("personId");

-- CreateIndex
CREATE INDEX "Role_personId_idx" ON "Role"("personId");

-- CreateIndex
CREATE INDEX "Role_territoryId_kind_idx" ON "Role"("territoryId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "AttestationCode_codeHash_key" ON "AttestationCode"("codeHash");

-- CreateIndex
CREATE INDEX "Attestation_personId_idx" ON "Attestation"("personId");

-- CreateIndex
CREATE INDEX "Attestation_attesterId_idx" ON "Attestation"("attesterId");

-- CreateIndex
CREATE INDEX "Entry_territoryId_id_idx" ON "Entry"("territoryId", "id" DESC);

-- CreateIndex
CREATE INDEX "Entry_actorId_id_idx" ON "Entry"("actorId", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Entry_subjectKind_subjectId_number_key" ON "Entry"("subjectKind", "subjectId", "number");

-- CreateIndex
CREATE INDEX "LifeLink_toKind_toId_idx" ON "LifeLink"("toKind", "toId");

-- CreateIndex
CREATE INDEX "Report_decidedAt_createdAt_idx" ON "Report"("decidedAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Report_subjectKind_subjectId_reporterId_key" ON "Report"("subjectKind", "subjectId", "reporterId");

-- CreateIndex
CREATE INDEX "Hiding_subjectKind_subjectId_idx" ON "Hiding"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "Hiding_appealedAt_appealDecidedAt_idx" ON "Hiding"("appealedAt", "appealDecidedAt");

-- CreateIndex
CREATE INDEX "Notification_personId_readAt_createdAt_idx" ON "Notification"("personId", "readAt", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Notification_personId_entryId_key" ON "Notification"("personId", "entryId");

-- CreateIndex
CREATE INDEX "Follow_subjectKind_subjectId_idx" ON "Follow"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_key_key" ON "Letter"("key");

-- CreateIndex
CREATE INDEX "Letter_sentAt_notBefore_idx" ON "Letter"("sentAt", "notBefore");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_importKey_key" ON "Proposal"("importKey");

-- CreateIndex
CREATE INDEX "Proposal_territoryId_publishedAt_idx" ON "Proposal"("territoryId", "publishedAt" DESC);

-- CreateIndex
CREATE INDEX "Proposal_stage_publishedAt_id_idx" ON "Proposal"("stage", "publishedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Proposal_stage_supportCount_id_idx" ON "Proposal"("stage", "supportCount" DESC, "id");

-- CreateIndex
CREATE INDEX "Proposal_dueOn_idx" ON "Proposal"("dueOn");

-- CreateIndex
CREATE INDEX "Proposal_authorId_idx" ON "Proposal"("authorId");

-- CreateIndex
CREATE INDEX "Proposal_associationId_idx" ON "Proposal"("associationId");

-- CreateIndex
CREATE UNIQUE INDEX "CoAuthor_tokenHash_key" ON "CoAuthor"("tokenHash");

-- CreateIndex
CREATE INDEX "CoAuthor_personId_idx" ON "CoAuthor"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "CoAuthor_proposalId_personId_key" ON "CoAuthor"("proposalId", "personId");

-- CreateIndex
CREATE INDEX "Support_personId_idx" ON "Support"("personId");

-- CreateIndex
CREATE INDEX "StoredFile_subjectKind_subjectId_idx" ON "StoredFile"("subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "StoredFile_ownerId_idx" ON "StoredFile"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "Territory_istatCode_key" ON "Territory"("istatCode");

-- CreateIndex
CREATE UNIQUE INDEX "Territory_slug_key" ON "Territory"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Territory_path_key" ON "Territory"("path");

-- CreateIndex
CREATE INDEX "Territory_parentId_idx" ON "Territory"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "RuleSet_territoryId_version_key" ON "RuleSet"("territoryId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Office_territoryId_name_key" ON "Office"("territoryId", "name");

-- CreateIndex
CREATE INDEX "OfficeMember_personId_idx" ON "OfficeMember"("personId");

-- CreateIndex
CREATE INDEX "OfficeMember_officeId_idx" ON "OfficeMember"("officeId");

-- CreateIndex
CREATE INDEX "OfficeClosure_officeId_idx" ON "OfficeClosure"("officeId");

-- AddForeignKey
ALTER TABLE "Point" ADD CONSTRAINT "Point_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Point" ADD CONSTRAINT "Point_splitFromId_fkey" FOREIGN KEY ("splitFromId") REFERENCES "Point"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerPoint" ADD CONSTRAINT "AnswerPoint_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerPoint" ADD CONSTRAINT "AnswerPoint_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "Point"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerVersion" ADD CONSTRAINT "AnswerVersion_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InternalNote" ADD CONSTRAINT "InternalNote_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InternalNote" ADD CONSTRAINT "InternalNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorVerdict" ADD CONSTRAINT "AuthorVerdict_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorVerdict" ADD CONSTRAINT "AuthorVerdict_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_answerId_pointId_fkey" FOREIGN KEY ("answerId", "pointId") REFERENCES "AnswerPoint"("answerId", "pointId") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Commitment" ADD CONSTRAINT "Commitment_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentStep" ADD CONSTRAINT "CommitmentStep_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Association" ADD CONSTRAINT "Association_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssociationTerritory" ADD CONSTRAINT "AssociationTerritory_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssociationTerritory" ADD CONSTRAINT "AssociationTerritory_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssociationChange" ADD CONSTRAINT "AssociationChange_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssociationChange" ADD CONSTRAINT "AssociationChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentEdit" ADD CONSTRAINT "CommentEdit_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMark" ADD CONSTRAINT "CommentMark_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMark" ADD CONSTRAINT "CommentMark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_homeTerritoryId_fkey" FOREIGN KEY ("homeTerritoryId") REFERENCES "Territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignInSession" ADD CONSTRAINT "SignInSession_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailToken" ADD CONSTRAINT "MailToken_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttestationCode" ADD CONSTRAINT "AttestationCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_attesterId_fkey" FOREIGN KEY ("attesterId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attestation" ADD CONSTRAINT "Attestation_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hiding" ADD CONSTRAINT "Hiding_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hiding" ADD CONSTRAINT "Hiding_appealDecidedById_fkey" FOREIGN KEY ("appealDecidedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationPreference" ADD CONSTRAINT "NotificationPreference_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Association"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "RuleSet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalVersion" ADD CONSTRAINT "ProposalVersion_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoAuthor" ADD CONSTRAINT "CoAuthor_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoAuthor" ADD CONSTRAINT "CoAuthor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Support" ADD CONSTRAINT "Support_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Support" ADD CONSTRAINT "Support_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Territory" ADD CONSTRAINT "Territory_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Territory"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleSet" ADD CONSTRAINT "RuleSet_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleSet" ADD CONSTRAINT "RuleSet_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Office" ADD CONSTRAINT "Office_territoryId_fkey" FOREIGN KEY ("territoryId") REFERENCES "Territory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeMember" ADD CONSTRAINT "OfficeMember_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeMember" ADD CONSTRAINT "OfficeMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeClosure" ADD CONSTRAINT "OfficeClosure_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
