-- CreateTable
CREATE TABLE "Sighting" (
    "place" TEXT NOT NULL,
    "presence" TEXT,
    "at" BIGINT,
    "leaseUntil" BIGINT,

    CONSTRAINT "Sighting_pkey" PRIMARY KEY ("place")
);
