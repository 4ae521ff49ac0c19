-- CreateTable
CREATE TABLE "Findable" (
    "id" SERIAL NOT NULL,
    "conversationId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "terms" TEXT NOT NULL,

    CONSTRAINT "Findable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attended" (
    "agentId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "agentName" TEXT NOT NULL,

    CONSTRAINT "Attended_pkey" PRIMARY KEY ("agentId","conversationId")
);

-- CreateTable
CREATE TABLE "Reading" (
    "memberId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "readAt" BIGINT NOT NULL,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("memberId","conversationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Findable_conversationId_seq_key" ON "Findable"("conversationId", "seq");

-- Full-text search: the terms are made by the program, the same for both databases.
ALTER TABLE "Findable" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "terms")) STORED;

-- CreateIndex
CREATE INDEX "Findable_words_idx" ON "Findable" USING GIN ("words");
