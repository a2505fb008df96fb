/** The postman's round: at once when a letter is written, and every half minute for those that wait. */
import { pool } from '#app/db/client.server'
import { env } from '#app/env.server'
import { deliverDue } from './deliver.server'

const halfMinute = 30_000

/** Starts the rounds; `stop` ends them after the letter in hand. Does nothing without SMTP. */
export function startPostman(complain: (error: unknown) => void = () => {}): { stop: () => Promise<void> } {
  if (!env.SMTP_URL) return { stop: async () => {} }
  let going: Promise<void> | null = null
  let again = false
  let stopped = false

  const round = () => {
    again = going !== null
    if (going || stopped) return
    going = deliverDue()
      .then(() => {}, complain)
      .finally(() => {
        going = null
        if (again) round()
      })
  }

  const listening = listen(round, complain)
  const timer = setInterval(round, halfMinute)
  round()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await (await listening)?.()
      await going
    },
  }
}

/** A connection of its own that hears of new letters; when it breaks, the half minutes remain. */
async function listen(round: () => void, complain: (error: unknown) => void) {
  try {
    const client = await pool.connect()
    client.on('notification', round)
    client.on('error', complain)
    await client.query('listen letters')
    return async () => {
      client.removeAllListeners('notification')
      client.release(true)
    }
  } catch (error) {
    complain(error)
    return null
  }
}
