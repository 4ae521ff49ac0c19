-- CreateTable
CREATE TABLE "MailAddress" (
    "token" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "messageIds" TEXT NOT NULL DEFAULT '[]',
    "at" BIGINT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Conversation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "siteKey" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "visitorName" TEXT,
    "visitorEmail" TEXT,
    "visitorLanguage" TEXT,
    "pageUrl" TEXT,
    "pageTitle" TEXT,
    "status" TEXT NOT NULL,
    "agentId" TEXT,
    "agentName" TEXT,
    "agentAvatarUrl" TEXT,
    "generation" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "boundarySeq" INTEGER NOT NULL,
    "repliesTo" TEXT NOT NULL DEFAULT 'visitor',
    "translating" TEXT,
    "isBlocked" INTEGER NOT NULL DEFAULT 0,
    "deliveredSeq" INTEGER NOT NULL DEFAULT 0,
    "seenSeq" INTEGER NOT NULL DEFAULT 0,
    "mailedSeq" INTEGER NOT NULL DEFAULT 0,
    "asksContact" INTEGER NOT NULL DEFAULT 0,
    "handoff" TEXT,
    "brief" TEXT,
    "offer" TEXT,
    "waitingSince" BIGINT,
    "lastText" TEXT NOT NULL DEFAULT '',
    "lastAt" BIGINT NOT NULL,
    "createdAt" BIGINT NOT NULL
);
INSERT INTO "new_Conversation" ("agentAvatarUrl", "agentId", "agentName", "boundarySeq", "brief", "createdAt", "deliveredSeq", "generation", "handoff", "id", "isBlocked", "lastAt", "lastText", "offer", "pageTitle", "pageUrl", "repliesTo", "seenSeq", "seq", "siteKey", "status", "translating", "version", "visitorEmail", "visitorId", "visitorLanguage", "visitorName", "waitingSince") SELECT "agentAvatarUrl", "agentId", "agentName", "boundarySeq", "brief", "createdAt", "deliveredSeq", "generation", "handoff", "id", "isBlocked", "lastAt", "lastText", "offer", "pageTitle", "pageUrl", "repliesTo", "seenSeq", "seq", "siteKey", "status", "translating", "version", "visitorEmail", "visitorId", "visitorLanguage", "visitorName", "waitingSince" FROM "Conversation";
DROP TABLE "Conversation";
ALTER TABLE "new_Conversation" RENAME TO "Conversation";
CREATE INDEX "Conversation_status_lastAt_idx" ON "Conversation"("status", "lastAt");
CREATE INDEX "Conversation_lastAt_idx" ON "Conversation"("lastAt");
CREATE UNIQUE INDEX "Conversation_siteKey_visitorId_key" ON "Conversation"("siteKey", "visitorId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "MailAddress_conversationId_role_recipient_key" ON "MailAddress"("conversationId", "role", "recipient");
