-- CreateTable
CREATE TABLE "Counted" (
    "conversationId" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "lastAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Stretch" (
    "conversationId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "siteKey" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "cause" TEXT NOT NULL,
    "rule" TEXT,
    "phrase" TEXT,
    "agentId" TEXT,
    "agentName" TEXT,
    "answeredAt" BIGINT,
    "endedAt" BIGINT,
    "handedOff" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,
    "closed" INTEGER NOT NULL,
    "abandoned" INTEGER NOT NULL,
    "notNeeded" INTEGER NOT NULL,
    "stillWaiting" INTEGER NOT NULL,
    "unanswered" INTEGER NOT NULL,
    "promiseKept" INTEGER NOT NULL,
    "promiseBroken" INTEGER NOT NULL,

    PRIMARY KEY ("conversationId", "seq")
);

-- CreateTable
CREATE TABLE "Activity" (
    "conversationId" TEXT NOT NULL,
    "quarter" INTEGER NOT NULL,
    "siteKey" TEXT NOT NULL,
    "isActive" INTEGER NOT NULL,
    "isAnswered" INTEGER NOT NULL,

    PRIMARY KEY ("conversationId", "quarter")
);

-- CreateIndex
CREATE INDEX "Stretch_at_idx" ON "Stretch"("at");

-- CreateIndex
CREATE INDEX "Activity_quarter_conversationId_idx" ON "Activity"("quarter", "conversationId");
