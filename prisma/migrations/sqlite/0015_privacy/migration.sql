-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "conversationId" TEXT,
    "details" TEXT NOT NULL DEFAULT '{}'
);

-- CreateTable
CREATE TABLE "Erasure" (
    "conversationId" TEXT NOT NULL PRIMARY KEY,
    "siteKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "doneAt" BIGINT,
    "removed" TEXT NOT NULL,
    "dueAt" BIGINT,
    "leaseUntil" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT
);

-- CreateTable
CREATE TABLE "Turn" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Removal" (
    "conversationId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "link" TEXT,

    PRIMARY KEY ("place", "externalId")
);

-- AlterTable
ALTER TABLE "Site" ADD COLUMN "keepDays" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "Erasure_dueAt_idx" ON "Erasure"("dueAt");

-- CreateIndex
CREATE INDEX "Erasure_at_idx" ON "Erasure"("at");

-- CreateIndex
CREATE INDEX "Removal_conversationId_state_idx" ON "Removal"("conversationId", "state");

-- What is taken from the index is overwritten in it, too.
INSERT INTO "FindableIndex" ("FindableIndex", rank) VALUES ('secure-delete', 1);
