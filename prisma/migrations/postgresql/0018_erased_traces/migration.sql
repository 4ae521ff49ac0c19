-- AlterTable
ALTER TABLE "Turn" ADD COLUMN     "leaseUntil" BIGINT;

-- CreateTable
CREATE TABLE "Trace" (
    "fingerprint" TEXT NOT NULL,
    "siteKey" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "Trace_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateIndex
CREATE INDEX "Trace_at_idx" ON "Trace"("at");
