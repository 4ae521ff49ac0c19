-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "way" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "leaseUntil" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "providerId" TEXT,
    "error" TEXT,
    "at" BIGINT NOT NULL,
    "sentAt" BIGINT
);

-- CreateTable
CREATE TABLE "Unreachable" (
    "way" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("way", "recipient")
);

-- CreateIndex
CREATE INDEX "Notice_state_dueAt_idx" ON "Notice"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Notice_way_recipient_sentAt_idx" ON "Notice"("way", "recipient", "sentAt");

-- CreateIndex
CREATE INDEX "Notice_conversationId_idx" ON "Notice"("conversationId");

-- CreateIndex
CREATE INDEX "Notice_providerId_idx" ON "Notice"("providerId");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_way_recipient_key_key" ON "Notice"("way", "recipient", "key");
