import type { Role } from "@/lib/people/schema";

/** "cohort_manager" as a list shows it. */
export const roleInWords = (role: Role) => {
  const words = role.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
