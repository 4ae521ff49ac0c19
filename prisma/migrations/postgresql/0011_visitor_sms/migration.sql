-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "lostContacts" TEXT,
ADD COLUMN     "textedSeq" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "visitorPhone" TEXT;

-- CreateIndex
CREATE INDEX "Conversation_visitorPhone_idx" ON "Conversation"("visitorPhone");

-- The listener has a name of its own, so that it hears of what agents wrote by email.
UPDATE "Lane" SET "listener" = 'visitor-email' WHERE "listener" = 'email';
