/** Passwords become argon2id hashes, two at a time: more would starve everybody else's pages. */
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '#app/domain/refusal'

/** A hash costs some 45 ms of a core; longer queues than this one would only time out. */
const longestQueue = 200
let working = 0
const waiting: (() => void)[] = []

/** Runs one piece of dear work when its turn comes. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= longestQueue) throw new Refusal('too-busy')
  if (working >= 2) await new Promise<void>((turn) => waiting.push(turn))
  else working += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else working -= 1
  }
}

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normal(password)))
}

/** Takes as long when there is no hash to compare with: an unknown address must not answer sooner. Call it in turn. */
export async function isPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  const right = await verify(passwordHash ?? (await nobodys), normal(password))
  return Boolean(passwordHash) && right
}

const nobodys = hash('nobody has this password')
const normal = (password: string) => password.normalize('NFKC')
