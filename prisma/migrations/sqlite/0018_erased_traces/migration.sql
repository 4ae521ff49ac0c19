-- AlterTable
ALTER TABLE "Turn" ADD COLUMN "leaseUntil" BIGINT;

-- CreateTable
CREATE TABLE "Trace" (
    "fingerprint" TEXT NOT NULL PRIMARY KEY,
    "siteKey" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "Trace_at_idx" ON "Trace"("at");
