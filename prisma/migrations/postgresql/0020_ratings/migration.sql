-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "rating" TEXT;

-- CreateTable
CREATE TABLE "Rated" (
    "conversationId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "siteKey" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "agentId" TEXT,
    "agentName" TEXT,
    "ratingAsked" INTEGER NOT NULL,
    "rated" INTEGER NOT NULL,
    "ratedGood" INTEGER NOT NULL,
    "ratedBad" INTEGER NOT NULL,

    CONSTRAINT "Rated_pkey" PRIMARY KEY ("conversationId","seq")
);

-- CreateIndex
CREATE INDEX "Rated_at_siteKey_agentId_idx" ON "Rated"("at", "siteKey", "agentId");
