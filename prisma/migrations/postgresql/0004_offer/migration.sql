-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "offer" TEXT;
