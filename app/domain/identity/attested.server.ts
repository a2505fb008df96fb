/** When an attestation counts: it holds today, and the home lies within the territory where it was made. Moving house takes it away. */
import { Prisma } from '#app/db/generated/client'

/** Of the person p, who lives in the territory home. */
export const attestedAtHome = Prisma.sql`exists (
  select from "Attestation" a join "Territory" seen on seen.id = a."territoryId"
  where a."personId" = p.id and a."revokedAt" is null and a."expiresOn" >= current_date and starts_with(home.path, seen.path))`
