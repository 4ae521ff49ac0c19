-- CreateTable
CREATE TABLE "FormerThread" (
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("channel", "externalId")
);

-- CreateTable
CREATE TABLE "Copy" (
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "fromSeq" INTEGER NOT NULL,
    "fromPart" INTEGER NOT NULL,
    "toSeq" INTEGER NOT NULL,
    "toPart" INTEGER NOT NULL,

    PRIMARY KEY ("channel", "externalId")
);

-- CreateTable
CREATE TABLE "HeldReply" (
    "via" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "releaseAt" BIGINT,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("via", "externalId")
);

-- CreateTable
CREATE TABLE "Presence" (
    "conversationId" TEXT NOT NULL PRIMARY KEY,
    "isHere" BOOLEAN NOT NULL,
    "at" BIGINT NOT NULL,
    "pageUrl" TEXT,
    "pageTitle" TEXT
);

-- CreateTable
CREATE TABLE "Installation" (
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "isApproved" BOOLEAN NOT NULL DEFAULT false,
    "by" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("channel", "externalId")
);

-- CreateTable
CREATE TABLE "File" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "via" TEXT NOT NULL,
    "origin" TEXT,
    "siteKey" TEXT,
    "visitorId" TEXT,
    "at" BIGINT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Site" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "origins" TEXT NOT NULL DEFAULT '[]',
    "slack" TEXT NOT NULL DEFAULT '',
    "look" TEXT NOT NULL DEFAULT '{}',
    "createdAt" BIGINT NOT NULL
);
INSERT INTO "new_Site" ("createdAt", "key", "name", "origins") SELECT "createdAt", "key", "name", "origins" FROM "Site";
DROP TABLE "Site";
ALTER TABLE "new_Site" RENAME TO "Site";
CREATE TABLE "new_Conversation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "siteKey" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "visitorName" TEXT,
    "visitorEmail" TEXT,
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
    "isBlocked" INTEGER NOT NULL DEFAULT 0,
    "deliveredSeq" INTEGER NOT NULL DEFAULT 0,
    "seenSeq" INTEGER NOT NULL DEFAULT 0,
    "handoff" TEXT,
    "waitingSince" BIGINT,
    "lastText" TEXT NOT NULL DEFAULT '',
    "lastAt" BIGINT NOT NULL,
    "createdAt" BIGINT NOT NULL
);
INSERT INTO "new_Conversation" ("agentAvatarUrl", "agentId", "agentName", "boundarySeq", "createdAt", "generation", "handoff", "id", "lastAt", "lastText", "pageTitle", "pageUrl", "seq", "siteKey", "status", "version", "visitorEmail", "visitorId", "visitorName", "waitingSince") SELECT "agentAvatarUrl", "agentId", "agentName", "boundarySeq", "createdAt", "generation", "handoff", "id", "lastAt", "lastText", "pageTitle", "pageUrl", "seq", "siteKey", "status", "version", "visitorEmail", "visitorId", "visitorName", "waitingSince" FROM "Conversation";
DROP TABLE "Conversation";
ALTER TABLE "new_Conversation" RENAME TO "Conversation";
CREATE INDEX "Conversation_status_lastAt_idx" ON "Conversation"("status", "lastAt");
CREATE INDEX "Conversation_lastAt_idx" ON "Conversation"("lastAt");
CREATE UNIQUE INDEX "Conversation_siteKey_visitorId_key" ON "Conversation"("siteKey", "visitorId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "FormerThread_channel_conversationId_idx" ON "FormerThread"("channel", "conversationId");

-- CreateIndex
CREATE INDEX "Copy_channel_conversationId_toSeq_idx" ON "Copy"("channel", "conversationId", "toSeq");

-- CreateIndex
CREATE INDEX "HeldReply_releaseAt_idx" ON "HeldReply"("releaseAt");

-- CreateIndex
CREATE INDEX "File_at_idx" ON "File"("at");
