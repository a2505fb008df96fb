/** Who sits in an office today. */
import { Prisma } from '#app/db/generated/client'

/** Of a seat m. */
export const sitsToday = Prisma.sql`m."startsOn" <= current_date and (m."endsOn" is null or m."endsOn" >= current_date)`

/** Of an answer a: whose hands it is in. A seat that is over gives it back to the whole office. */
export const inHandsOf = Prisma.sql`(
  select m."personId" from "OfficeMember" m
  where m."officeId" = a."officeId" and m."personId" = a."assigneeId" and ${sitsToday} limit 1)`

/** Of an office: then its administrators see to what it owes. */
export const nobodySitsIn = (officeId: Prisma.Sql) =>
  Prisma.sql`not exists (select from "OfficeMember" m where m."officeId" = ${officeId} and ${sitsToday})`
