-- CreateTable
CREATE TABLE "Findable" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "conversationId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "terms" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Attended" (
    "agentId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "agentName" TEXT NOT NULL,

    PRIMARY KEY ("agentId", "conversationId")
);

-- CreateTable
CREATE TABLE "Reading" (
    "memberId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "readAt" BIGINT NOT NULL,

    PRIMARY KEY ("memberId", "conversationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Findable_conversationId_seq_key" ON "Findable"("conversationId", "seq");

-- Full-text search: the terms are made by the program, the same for both databases. The index keeps itself.
CREATE VIRTUAL TABLE "FindableIndex" USING fts5("terms", content = 'Findable', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3 4');

CREATE TRIGGER "Findable_inserted" AFTER INSERT ON "Findable" BEGIN
    INSERT INTO "FindableIndex" (rowid, "terms") VALUES (new."id", new."terms");
END;

CREATE TRIGGER "Findable_deleted" AFTER DELETE ON "Findable" BEGIN
    INSERT INTO "FindableIndex" ("FindableIndex", rowid, "terms") VALUES ('delete', old."id", old."terms");
END;

CREATE TRIGGER "Findable_updated" AFTER UPDATE ON "Findable" BEGIN
    INSERT INTO "FindableIndex" ("FindableIndex", rowid, "terms") VALUES ('delete', old."id", old."terms");
    INSERT INTO "FindableIndex" (rowid, "terms") VALUES (new."id", new."terms");
END;
