-- AlterTable
ALTER TABLE "PeerGroup" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "PeerProfile" (
    "enrolmentId" UUID NOT NULL,
    "sharesEmail" BOOLEAN NOT NULL,
    "phone" VARCHAR(30) NOT NULL,
    "about" VARCHAR(300) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PeerProfile_pkey" PRIMARY KEY ("enrolmentId")
);

-- CreateTable
CREATE TABLE "PeerNote" (
    "id" UUID NOT NULL,
    "peerGroupId" UUID NOT NULL,
    "eventId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PeerNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeerNoteVersion" (
    "noteId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" VARCHAR(120) NOT NULL,
    "body" VARCHAR(8000) NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PeerNoteVersion_pkey" PRIMARY KEY ("noteId","number")
);

-- CreateIndex
CREATE INDEX "PeerNote_peerGroupId_changedAt_idx" ON "PeerNote"("peerGroupId", "changedAt");

-- CreateIndex
CREATE INDEX "PeerNote_eventId_idx" ON "PeerNote"("eventId");

-- AddForeignKey
ALTER TABLE "PeerProfile" ADD CONSTRAINT "PeerProfile_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerNote" ADD CONSTRAINT "PeerNote_peerGroupId_fkey" FOREIGN KEY ("peerGroupId") REFERENCES "PeerGroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerNote" ADD CONSTRAINT "PeerNote_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerNoteVersion" ADD CONSTRAINT "PeerNoteVersion_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "PeerNote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerNoteVersion" ADD CONSTRAINT "PeerNoteVersion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Versions count from one.
ALTER TABLE "PeerGroup" ADD CONSTRAINT "PeerGroup_version_counts" CHECK ("version" >= 1);
ALTER TABLE "PeerProfile" ADD CONSTRAINT "PeerProfile_version_counts" CHECK ("version" >= 1);
ALTER TABLE "PeerNote" ADD CONSTRAINT "PeerNote_version_counts" CHECK ("version" >= 1);
ALTER TABLE "PeerNoteVersion" ADD CONSTRAINT "PeerNoteVersion_number_counts" CHECK ("number" >= 1);
