-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "missed" TEXT;

-- Few have it: they are counted with each list.
CREATE INDEX "Conversation_missed_lastAt_idx" ON "Conversation"("lastAt") WHERE "missed" IS NOT NULL;
