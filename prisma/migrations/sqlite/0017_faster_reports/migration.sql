-- DropIndex
DROP INDEX "Stretch_at_idx";

-- DropIndex
DROP INDEX "Activity_quarter_conversationId_idx";

-- CreateIndex
CREATE INDEX "Stretch_at_handedOff_siteKey_conversationId_idx" ON "Stretch"("at", "handedOff", "siteKey", "conversationId");

-- CreateIndex
CREATE INDEX "Activity_quarter_siteKey_isActive_isAnswered_conversationId_idx" ON "Activity"("quarter", "siteKey", "isActive", "isAnswered", "conversationId");
