-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "keepDays" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "conversationId" TEXT,
    "details" TEXT NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Erasure" (
    "conversationId" TEXT NOT NULL,
    "siteKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "doneAt" BIGINT,
    "removed" TEXT NOT NULL,
    "dueAt" BIGINT,
    "leaseUntil" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "Erasure_pkey" PRIMARY KEY ("conversationId")
);

-- CreateTable
CREATE TABLE "Turn" (
    "name" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "Removal" (
    "conversationId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "link" TEXT,

    CONSTRAINT "Removal_pkey" PRIMARY KEY ("place","externalId")
);

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "Erasure_dueAt_idx" ON "Erasure"("dueAt");

-- CreateIndex
CREATE INDEX "Erasure_at_idx" ON "Erasure"("at");

-- CreateIndex
CREATE INDEX "Removal_conversationId_state_idx" ON "Removal"("conversationId", "state");
