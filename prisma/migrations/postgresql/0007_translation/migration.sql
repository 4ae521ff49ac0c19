-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "translating" TEXT,
ADD COLUMN     "visitorLanguage" TEXT;
