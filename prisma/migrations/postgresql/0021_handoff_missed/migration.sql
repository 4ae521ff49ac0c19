-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "missed" TEXT;
