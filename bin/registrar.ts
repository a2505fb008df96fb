import { createHash, type Hash, randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { batchesOf } from '#app/domain/batches'
import { languages } from '#app/domain/languages'
import { listPieces } from '#app/domain/voting/belenios/credential-list'
import { isCredential, makeCredential } from '#app/domain/voting/belenios/credentials'
import { isUuid } from '#app/domain/voting/belenios/election'
import { type GroupName, groupNamed } from '#app/domain/voting/belenios/group'
import { unpadded } from '#app/domain/voting/belenios/hashing'
import { publicHalves } from '#app/domain/voting/belenios/native-credentials.server'
import { InputFault } from '#app/domain/voting/formats/faults'
import type { LineReader } from '#app/domain/voting/formats/lines'
import { lettersPage } from './registrar-letters'
import { readFileLines } from './text-lines'

const usage = `npm run -s registrar -- --uuid UUID (--voters FILE | --count N) [--out FOLDER] [--letters ADDRESS [--language it]] [--group GROUP]
Makes the credentials of a secret vote, on a computer that is not the platform's and needs no network.
  --uuid      the identifier of the vote, as its page shows it
  --voters    a text file with one person a line (name, number, address: anything that finds the person again)
  --count     instead of a file, that many persons numbered from 1
  --out       where to write (the current folder)
  --letters   the address of the vote's page: makes letters too, one a person, to print and fold
  --language  of the letters: it, en, fr, ar or sq
Writes UUID.privcreds (and UUID.letters.html), to be delivered and kept secret, and UUID.pubcreds, for the platform.`

async function register(words: string[]): Promise<number> {
  const asked = readWords(words)
  if (typeof asked === 'string') return refuse(asked)
  const { uuid, group, folder, letters, language } = asked
  const voters = asked.file === undefined ? numbered(asked.count) : await votersOf(asked.file)
  if (typeof voters === 'string') return refuse(voters)
  const credentials = new Set<string>()
  while (credentials.size < voters.length)
    credentials.add(makeCredential((bytes) => new Uint8Array(randomBytes(bytes))))
  const people = [...credentials].map((credential, at) => ({ voter: voters[at] ?? '', credential }))
  const published: string[] = []
  for (const part of batchesOf([...credentials], together)) published.push(...(await publicHalves(group, uuid, part)))
  const list = createHash('sha256')
  const path = (ending: string) => join(folder, `${uuid}.${ending}`)
  await mkdir(folder, { recursive: true })
  await writeNew([
    { path: path('pubcreds'), pieces: hashed(list, listPieces(published)), mode: 0o444 },
    {
      path: path('privcreds'),
      pieces: people.map(({ voter, credential }) => `${voter} ${credential}\n`),
      mode: 0o400,
    },
    ...(letters ? [{ path: path('letters.html'), pieces: lettersPage(people, letters, language), mode: 0o400 }] : []),
  ])
  console.log(`${voters.length} credentials for the vote ${uuid}`)
  console.log(`  secret, for the voters     ${path('privcreds')}`)
  if (letters) console.log(`  secret, to print           ${path('letters.html')}`)
  console.log(`  public, for the platform   ${path('pubcreds')}`)
  console.log(`  fingerprint of the public list, to find again on the board: ${unpadded(list.digest('base64'))}`)
  return 0
}

/** Derived at a time, on all processors */
const together = 1000

function* hashed(hash: Hash, pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
}

/** All or none. Credentials already delivered must never be overwritten: their holders could no longer vote. */
async function writeNew(files: { path: string; pieces: Iterable<string>; mode: number }[]) {
  const written: string[] = []
  try {
    for (const { path, pieces, mode } of files) {
      await writeFile(path, pieces, { mode, flag: 'wx' })
      written.push(path)
    }
  } catch (fault) {
    for (const path of written) await rm(path)
    throw fault
  }
}

function readWords(words: string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { uuid: text, voters: text, count: text, out: text, letters: text, language: text, group: text }
    const {
      uuid,
      voters: file,
      count,
      out: folder = '.',
      letters,
      language = 'it',
      group: name = 'BELENIOS-2048',
    } = parseArgs({ args: words, options }).values
    const group = groupNamed(name as GroupName)
    if (uuid === undefined || (file === undefined) === (count === undefined)) return usage
    if (!isUuid(uuid))
      return `${uuid} is not the identifier of a vote: fourteen characters or more, without 0, O, I and l`
    if (!group) return `${name} is not a group that secret votes use`
    if (count !== undefined && !/^[1-9]\d{0,6}$/.test(count)) return `${count} is not a number of persons`
    if (!(languages as readonly string[]).includes(language)) return `${language} is not one of ${languages.join(', ')}`
    if (letters !== undefined && !/^https?:\/\/\S+$/.test(letters)) return `${letters} is not the address of a page`
    return { uuid, group, folder, file, letters, language, count: Number(count) }
  } catch {
    return usage
  }
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1))
}

/** A sentence with file and line where the file cannot serve. */
async function votersOf(file: string): Promise<string[] | string> {
  try {
    return (await readFileLines(file, voterLines())).result
  } catch (fault) {
    if (fault instanceof InputFault) return `${file}:${fault.line}: ${fault.message}`
    if (fault instanceof Error && 'code' in fault) return fault.message
    throw fault
  }
}

const longest = 300

function voterLines(): LineReader<string[]> {
  const places = new Map<string, number>()
  return {
    line(text, number) {
      const voter = text.trim()
      if (voter === '') return
      if (voter.length > longest) throw new InputFault(number, `a person may take ${longest} characters`)
      if (isCredential(voter.split(' ').at(-1) ?? ''))
        throw new InputFault(number, 'there is a credential already: this is a file that this command made')
      const before = places.get(voter)
      if (before !== undefined) throw new InputFault(number, `the same person as in line ${before}`)
      places.set(voter, number)
    },
    end() {
      if (places.size === 0) throw new InputFault(1, 'there is nobody in this file')
      return [...places.keys()]
    },
  }
}

function refuse(why: string): number {
  console.error(why)
  return 2
}

process.exitCode = await register(process.argv.slice(2)).catch((fault) => {
  console.error(fault instanceof Error && 'code' in fault ? fault.message : fault)
  return 2
})
