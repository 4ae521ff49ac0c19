-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "asksContact" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "mailedSeq" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "MailAddress" (
    "token" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "messageIds" TEXT NOT NULL DEFAULT '[]',
    "at" BIGINT NOT NULL,

    CONSTRAINT "MailAddress_pkey" PRIMARY KEY ("token")
);

-- CreateIndex
CREATE UNIQUE INDEX "MailAddress_conversationId_role_recipient_key" ON "MailAddress"("conversationId", "role", "recipient");
