-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN "translating" TEXT;
ALTER TABLE "Conversation" ADD COLUMN "visitorLanguage" TEXT;
