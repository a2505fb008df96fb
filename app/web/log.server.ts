/** The log: one line an event, no personal data. */
import { pino } from 'pino'
import { env } from '#app/env.server'

export const log = pino({ level: env.LOG_LEVEL, base: null })
