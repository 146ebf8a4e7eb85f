import { Prisma } from "@/lib/generated/prisma/client";
import { personalRead } from "@/lib/personal-read";

/** A read about a person that shows whom it was asked of. Its tables are called as the session's own might be. */
export const ownName = personalRead(
  (userId) => Prisma.sql`(SELECT to_json(u.name) FROM "User" u LEFT JOIN "Session" s ON s."userId" = u.id
    WHERE u.id = ${userId} LIMIT 1)`,
  (name: string) => name,
);
