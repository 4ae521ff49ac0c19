-- AlterTable
ALTER TABLE "Site" ADD COLUMN     "look" TEXT NOT NULL DEFAULT '{}',
ADD COLUMN     "slack" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "deliveredSeq" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "isBlocked" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "repliesTo" TEXT NOT NULL DEFAULT 'visitor',
ADD COLUMN     "seenSeq" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "FormerThread" (
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "FormerThread_pkey" PRIMARY KEY ("channel","externalId")
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

    CONSTRAINT "Copy_pkey" PRIMARY KEY ("channel","externalId")
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

    CONSTRAINT "HeldReply_pkey" PRIMARY KEY ("via","externalId")
);

-- CreateTable
CREATE TABLE "Presence" (
    "conversationId" TEXT NOT NULL,
    "isHere" BOOLEAN NOT NULL,
    "at" BIGINT NOT NULL,
    "pageUrl" TEXT,
    "pageTitle" TEXT,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("conversationId")
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

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("channel","externalId")
);

-- CreateTable
CREATE TABLE "File" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "via" TEXT NOT NULL,
    "origin" TEXT,
    "siteKey" TEXT,
    "visitorId" TEXT,
    "at" BIGINT NOT NULL,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FormerThread_channel_conversationId_idx" ON "FormerThread"("channel", "conversationId");

-- CreateIndex
CREATE INDEX "Copy_channel_conversationId_toSeq_idx" ON "Copy"("channel", "conversationId", "toSeq");

-- CreateIndex
CREATE INDEX "HeldReply_releaseAt_idx" ON "HeldReply"("releaseAt");

-- CreateIndex
CREATE INDEX "File_at_idx" ON "File"("at");
