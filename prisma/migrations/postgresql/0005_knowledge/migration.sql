-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL,
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
    "updatedAt" BIGINT NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passage" (
    "id" SERIAL NOT NULL,
    "articleId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "titleTerms" TEXT NOT NULL,
    "bodyTerms" TEXT NOT NULL,

    CONSTRAINT "Passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "siteKey" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" BIGINT,
    "at" BIGINT NOT NULL,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandoffPhrase" (
    "phrase" TEXT NOT NULL,
    "visitorId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "HandoffPhrase_pkey" PRIMARY KEY ("phrase","visitorId")
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
ALTER TABLE "Passage" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', "titleTerms"), 'A') || setweight(to_tsvector('simple', "bodyTerms"), 'B')
) STORED;

-- CreateIndex
CREATE INDEX "Passage_words_idx" ON "Passage" USING GIN ("words");
