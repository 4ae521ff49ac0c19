-- DropIndex
DROP INDEX "Event_id_key";
