/** The world of this test file: no other file acts in it at the same time. */
import { inject } from 'vitest'

const world = inject('worlds')[Number(process.env.VITEST_POOL_ID) - 1]
if (!world) throw new Error(`No world was opened for worker ${process.env.VITEST_POOL_ID}`)

export const { origin, databaseUrl, mailbox } = world
