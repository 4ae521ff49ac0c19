-- AlterTable
ALTER TABLE "Conversation" ADD COLUMN     "brief" TEXT;
