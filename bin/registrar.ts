import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { credentialList } from '#app/domain/voting/belenios/credential-list'
import { makeCredential, publicCredential } from '#app/domain/voting/belenios/credentials'
import { isUuid } from '#app/domain/voting/belenios/election'
import { type GroupName, groupNamed } from '#app/domain/voting/belenios/group'
import { fingerprint } from '#app/domain/voting/belenios/hashing'

const usage = `npm run -s registrar -- --uuid UUID (--voters FILE | --count N) [--out FOLDER] [--group GROUP]
Makes the credentials of a secret vote, on a computer that is not the platform's and needs no network.
  --uuid    the identifier of the vote, as its page shows it
  --voters  a text file with one person a line (name, number, address: anything that finds the person again)
  --count   instead of a file, that many persons numbered from 1
  --out     where to write (the current folder)
Writes UUID.privcreds, to be delivered and kept secret, and UUID.pubcreds, to be given to the platform.`

async function register(words: string[]): Promise<number> {
  const asked = readWords(words)
  if (typeof asked === 'string') return refuse(asked)
  const { uuid, group, folder } = asked
  const voters = asked.file === undefined ? numbered(asked.count) : await votersOf(asked.file)
  if (typeof voters === 'string') return refuse(voters)
  const given = new Map<string, { voter: string; published: bigint }>()
  for (const voter of voters) {
    const credential = makeCredential((bytes) => new Uint8Array(randomBytes(bytes)))
    given.set(credential, { voter, published: publicCredential(group, uuid, credential) })
  }
  const privateLines = [...given].map(([credential, { voter }]) => `${voter} ${credential}\n`)
  const list = credentialList([...given.values()].map(({ published }) => published))
  const [secret, open] = [join(folder, `${uuid}.privcreds`), join(folder, `${uuid}.pubcreds`)]
  await mkdir(folder, { recursive: true })
  // Credentials already delivered must never be overwritten: their holders could no longer vote.
  await writeFile(open, list, { mode: 0o444, flag: 'wx' })
  await writeFile(secret, privateLines.join(''), { mode: 0o400, flag: 'wx' }).catch(async (fault) => {
    await rm(open)
    throw fault
  })
  console.log(`${voters.length} credentials for the vote ${uuid}`)
  console.log(`  secret, for the voters     ${secret}`)
  console.log(`  public, for the platform   ${open}`)
  console.log(`  fingerprint of the public list, to find again on the board: ${fingerprint(list)}`)
  return 0
}

function readWords(words: string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { uuid: text, voters: text, count: text, out: text, group: text }
    const {
      uuid,
      voters: file,
      count,
      out: folder = '.',
      group: name = 'BELENIOS-2048',
    } = parseArgs({ args: words, options }).values
    const group = groupNamed(name as GroupName)
    if (uuid === undefined || (file === undefined) === (count === undefined)) return usage
    if (!isUuid(uuid))
      return `${uuid} is not the identifier of a vote: fourteen characters or more, without 0, O, I and l`
    if (!group) return `${name} is not a group that secret votes use`
    if (count !== undefined && !/^[1-9]\d{0,6}$/.test(count)) return `${count} is not a number of persons`
    return { uuid, group, folder, file, count: Number(count) }
  } catch {
    return usage
  }
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1))
}

/** Lines that are not empty; a sentence where the file cannot serve. */
async function votersOf(file: string): Promise<string[] | string> {
  const text = await readFile(file, 'utf8').catch((fault: Error) => fault)
  if (text instanceof Error) return text.message
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ voter: line.trim(), number: index + 1 }))
  const places = new Map<string, number>()
  for (const { voter, number } of lines) {
    if (voter === '') continue
    const before = places.get(voter)
    if (before !== undefined) return `${file}:${number}: the same person as in line ${before}`
    places.set(voter, number)
  }
  return places.size > 0 ? [...places.keys()] : `${file}: there is nobody in it`
}

function refuse(why: string): number {
  console.error(why)
  return 2
}

process.exitCode = await register(process.argv.slice(2)).catch((fault) => {
  console.error(fault instanceof Error && 'code' in fault ? fault.message : fault)
  return 2
})
