import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Accepted, type Audit, auditArchive, headOfArchive } from '#app/domain/voting/belenios/audit'
import { withNativePowers } from '#app/domain/voting/belenios/native-powers.server'

const usage = `npm run -s verify -- ARCHIVE.bel [--head HASH]… [--earlier OLDER.bel] [--tracker TRACKER] [--json]
Checks the archive of a secret vote: its chain, keys, every ballot, the tally, the decryptions and the result.
  --head     the hash of an event, published elsewhere: the archive must contain it
  --earlier  an earlier download of the same archive: nothing in it may have been taken away
  --tracker  a ballot's tracker: says whether that ballot counts
Exit: 0 the archive holds · 1 it does not, for the reason given · 2 it cannot be read`

const exitOf = { accepted: 0, rejected: 1, unreadable: 2 } as const

async function verify(words: string[]): Promise<number> {
  const asked = readWords(words)
  if (!asked) {
    console.error(usage)
    return 2
  }
  try {
    const heads = [...asked.heads]
    if (asked.earlier !== undefined) {
      const earlier = await headOfArchive(createReadStream(asked.earlier))
      if (!('head' in earlier)) return unreadable(`${asked.earlier}: ${earlier.detail}`)
      heads.push(earlier.head.hash)
    }
    const audit = await auditArchive(createReadStream(asked.file), { heads, accelerated: withNativePowers })
    return asked.json ? printJson(audit) : printWords(audit, asked.file, asked.tracker)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && 'path' in fault) return unreadable(fault.message)
    throw fault
  }
}

function readWords(words: string[]) {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { head: { ...text, multiple: true }, earlier: text, tracker: text, json: { type: 'boolean' } },
    })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) return undefined
    const { head: heads = [], earlier, tracker, json } = values
    return { file, heads, earlier, tracker, json }
  } catch {
    return undefined
  }
}

function unreadable(why: string): number {
  console.error(onOneLine(why))
  return 2
}

function printWords(audit: Audit, file: string, tracker: string | undefined): number {
  if (audit.verdict === 'unreadable') return unreadable(`UNREADABLE ${file}: ${audit.detail}`)
  if (audit.verdict === 'rejected') {
    print(`REJECTED ${file}: ${audit.reason}: ${audit.detail}`)
    return 1
  }
  print(`ACCEPTED ${file}: ${stages[audit.stage]}`)
  print(`  vote         ${audit.name} (${audit.uuid})`)
  print(
    `  ballots      ${audit.trackers.length} counted, ${audit.ballotsPosted} posted, ${audit.credentials} credentials`,
  )
  print(`  credentials  ${audit.credentialsFingerprint}`)
  print(`  last event   ${audit.head.hash} (number ${audit.head.height})`)
  for (const line of resultLines(audit)) print(`  ${line}`)
  if (tracker === undefined) return 0
  const counts = audit.trackers.includes(tracker)
  print(`  tracker      ${tracker} ${counts ? 'counts' : 'is NOT among the ballots that count'}`)
  return counts ? 0 : 1
}

const stages: Record<Accepted['stage'], string> = {
  voting: 'every ballot so far holds; voting is open and there is no result yet',
  closed: 'every ballot holds; voting is closed and there is no result yet',
  tallied: 'every ballot and the encrypted tally hold; there is no result yet',
  announced: 'every ballot, the tally, the decryptions and the result hold',
}

function resultLines({ questions, totals = [] }: Accepted): string[] {
  return totals.flatMap((row, index) => {
    const { question, answers, blank } = questions[index]!
    const names = blank ? ['(blank)', ...answers] : answers
    return [question, ...row.map((total, slot) => `  ${total}  ${names[slot]}`)]
  })
}

function print(line: string): void {
  console.log(onOneLine(line))
}

/** What the archive's author wrote must not look like lines of ours, command the terminal or run the other way round. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
}

function printJson(audit: Audit): number {
  const text = JSON.stringify(audit, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  // JSON writes these as they are
  console.log(text.replace(/[\u007F-\u009F]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`))
  return exitOf[audit.verdict]
}

process.exitCode = await verify(process.argv.slice(2)).catch((fault) => {
  console.error(fault)
  return 2
})
