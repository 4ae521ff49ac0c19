-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "siteKey" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "state" TEXT NOT NULL,
    "problem" TEXT,
    "fetchedAt" BIGINT,
    "by" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Passage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "articleId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "titleTerms" TEXT NOT NULL,
    "bodyTerms" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "siteKey" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" BIGINT,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "HandoffPhrase" (
    "phrase" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("phrase", "visitorId")
);

-- CreateIndex
CREATE INDEX "Article_updatedAt_idx" ON "Article"("updatedAt");

-- CreateIndex
CREATE INDEX "Article_state_idx" ON "Article"("state");

-- CreateIndex
CREATE UNIQUE INDEX "Passage_articleId_position_key" ON "Passage"("articleId", "position");

-- CreateIndex
CREATE INDEX "Proposal_state_at_idx" ON "Proposal"("state", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_kind_origin_key" ON "Proposal"("kind", "origin");

-- Full-text search: the terms are made by the program, the same for both databases.
CREATE VIRTUAL TABLE "PassageIndex" USING fts5("titleTerms", "bodyTerms", tokenize = 'unicode61 remove_diacritics 2', prefix = '4 5 6');
