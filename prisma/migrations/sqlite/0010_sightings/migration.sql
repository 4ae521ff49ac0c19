-- CreateTable
CREATE TABLE "Sighting" (
    "place" TEXT NOT NULL PRIMARY KEY,
    "presence" TEXT,
    "at" BIGINT,
    "leaseUntil" BIGINT
);
