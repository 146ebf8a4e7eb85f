-- AlterTable
ALTER TABLE "Session" ADD COLUMN     "byProvider" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "factorAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "linkAllowedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ProviderRequest" (
    "id" UUID NOT NULL,
    "stateHash" CHAR(64) NOT NULL,
    "browserHash" CHAR(64) NOT NULL,
    "returnTo" VARCHAR(500),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ProviderRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SecondFactor" (
    "userId" UUID NOT NULL,
    "sealed" VARCHAR(200) NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT,

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "codeHash" CHAR(64) NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "role" "Role" NOT NULL,
    "cohortId" UUID,
    "invitedById" UUID NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "takenAt" TIMESTAMPTZ(3),
    "takenById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Viewing" (
    "id" UUID NOT NULL,
    "sessionId" UUID,
    "byId" UUID NOT NULL,
    "seenId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Viewing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ProviderRequest_stateHash_key" ON "ProviderRequest"("stateHash");

-- CreateIndex
CREATE INDEX "ProviderRequest_browserHash_idx" ON "ProviderRequest"("browserHash");

-- CreateIndex
CREATE INDEX "ProviderRequest_expiresAt_idx" ON "ProviderRequest"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_codeHash_key" ON "RecoveryCode"("codeHash");

-- CreateIndex
CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE INDEX "Viewing_seenId_startedAt_idx" ON "Viewing"("seenId", "startedAt");

-- CreateIndex
CREATE INDEX "Viewing_byId_idx" ON "Viewing"("byId");

-- AddForeignKey
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Viewing" ADD CONSTRAINT "Viewing_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Viewing" ADD CONSTRAINT "Viewing_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Viewing" ADD CONSTRAINT "Viewing_seenId_fkey" FOREIGN KEY ("seenId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Viewing" ADD CONSTRAINT "Viewing_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Viewing_sessionId_idx" ON "Viewing"("sessionId");

ALTER TABLE "Invitation"
  ADD CONSTRAINT "Invitation_lower_case" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "Invitation_expires_after" CHECK ("expiresAt" > "invitedAt"),
  ADD CONSTRAINT "Invitation_one_end" CHECK ("takenAt" IS NULL OR "withdrawnAt" IS NULL),
  ADD CONSTRAINT "Invitation_taken_by_somebody" CHECK (("takenAt" IS NULL) = ("takenById" IS NULL)),
  -- As with roles: a cohort manager's is for one cohort, the others for none.
  ADD CONSTRAINT "Invitation_cohort" CHECK (("role" = 'cohort_manager') = ("cohortId" IS NOT NULL));
-- One invitation to a role waits at a time.
CREATE UNIQUE INDEX "Invitation_one_waits" ON "Invitation" ("email", "role", "cohortId") NULLS NOT DISTINCT
  WHERE "takenAt" IS NULL AND "withdrawnAt" IS NULL;
-- A session looks at one person at a time; nobody at themselves.
CREATE UNIQUE INDEX "Viewing_one_at_a_time" ON "Viewing" ("sessionId") WHERE "endedAt" IS NULL;
ALTER TABLE "Viewing"
  ADD CONSTRAINT "Viewing_somebody_else" CHECK ("byId" <> "seenId"),
  ADD CONSTRAINT "Viewing_half_an_hour" CHECK ("until" > "startedAt" AND "until" <= "startedAt" + interval '30 minutes');

-- Looking for people by the beginnings of words of their name, and of their address in front of the @ (lib/search).
-- Without accents and apostrophes: "oneill" finds O'Neill, "renee" finds Renée.
CREATE FUNCTION person_words(name text, email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(lower(regexp_replace(normalize(name || ' ' || split_part(email, '@', 1), NFKD), '[\u0300-\u036f''’]', '', 'g')), '[^a-z0-9]+', ' ', 'g')
$$;
CREATE INDEX "User_words" ON "User" USING gin (to_tsvector('simple', person_words("name", "email")));
-- References and numbers as they are looked for; the references have unique indexes already.
CREATE INDEX "Enrolment_trn" ON "Enrolment" ("trn") WHERE "trn" IS NOT NULL;
CREATE INDEX "Application_trn" ON "Application" ("trn") WHERE "trn" IS NOT NULL;
-- Those whose whole name begins so, in order, without looking at all the others.
CREATE INDEX "User_name_in_order" ON "User" (lower("name") COLLATE "C", "id");
