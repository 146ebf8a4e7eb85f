import type { Role } from "../generated/prisma/enums";

/** What staff are shown of people. */

export type PersonRow = {
  id: string;
  name: string;
  email: string;
  ended: boolean;
  roles: { role: Role; cohort: string | null }[];
  /** When they used the portal last, as far as their open sessions say. */
  lastSeenAt: Date | null;
  hasFactor: boolean;
};

export type HeldRole = {
  id: string;
  role: Role;
  cohort: string | null;
  since: Date;
  /** Null for the first administrator. */
  by: string | null;
  endedAt: Date | null;
};

export type PersonPage = {
  id: string;
  name: string;
  email: string;
  createdAt: Date;
  accessEndedAt: Date | null;
  linkAllowedAt: Date | null;
  factorSince: Date | null;
  held: HeldRole[];
  earlier: HeldRole[];
  sessions: { id: string; since: Date; lastSeenAt: Date; byProvider: boolean; factorGiven: boolean }[];
  groups: { id: string; name: string; cohort: string; cohortId: string }[];
  events: { id: string; title: string; startsAt: Date }[];
  places: { id: string; cohortId: string; cohort: string; state: string }[];
  applications: { id: string; reference: string; state: string }[];
};

export type WaitingInvitation = {
  id: string;
  email: string;
  name: string;
  role: Role;
  cohort: string | null;
  by: string;
  invitedAt: Date;
  expiresAt: Date;
  expired: boolean;
};
