/** A password is long, is not one of those that everybody tries, and does not repeat what others know of its owner. */
import type { Verdict } from '#app/domain/authorization'

/** Characters; the length is what makes guessing dear. */
export const shortest = 10
/** Longer ones would only make the server work. */
export const longest = 200

export type Owner = { email: string; pseudonym?: string | null }

export function isGoodPassword(password: string, owner: Owner): Verdict {
  const told = plain(password)
  if ([...password].length < shortest) return 'identity.password-too-short'
  if (password.length > longest) return 'identity.password-too-long'
  if (repeatsItsOwner(told, owner)) return 'identity.password-repeats-you'
  if (isWellKnown(told)) return 'identity.password-too-common'
  return true
}

function repeatsItsOwner(told: string, { email, pseudonym }: Owner) {
  const address = plain(email)
  const names = [address, address.split('@')[0] ?? '', plain(pseudonym ?? '')]
  return names.some((name) => name.length >= 4 && told.includes(name)) || names.includes(told)
}

function isWellKnown(told: string) {
  return worst.has(told) || worst.has(told.replace(/[^a-z]+$/, '')) || isOneRun(told) || isOneChunkRepeated(told)
}

/** aaaaaaaaaa, 1234567890, zyxwvutsrq */
function isOneRun(told: string) {
  const steps = [...told].slice(1).map((letter, index) => letter.charCodeAt(0) - told.charCodeAt(index))
  const wraps = (step: number) => (step === -9 ? 1 : step === 9 ? -1 : step)
  return [0, 1, -1].some((step) => steps.every((taken) => wraps(taken) === step))
}

/** abcabcabcabc, 1212121212 */
function isOneChunkRepeated(told: string) {
  return [1, 2, 3, 4, 5].some((size) => {
    const chunk = told.slice(0, size)
    return chunk.repeat(Math.ceil(told.length / size)).slice(0, told.length) === told
  })
}

const plain = (words: string) => words.normalize('NFKC').toLowerCase().trim()

/** The ones that guessing begins with, of those that are long enough; the same with figures after them count too. */
const worst = new Set(
  `password123 password1234 password12 password01 passwordpassword mypassword p@ssw0rd p@ssw0rd123 passw0rd123
  qwertyuiop qwertyuiopasdfghjkl qwerty12345 qwerty123456 asdfghjkl zxcvbnm asdfghjkl1 1q2w3e4r5t 1qaz2wsx3edc q1w2e3r4t5
  1q2w3e4r5t6y zaq12wsxcde 0987654321 123456789a a123456789 123123123123 1234567890a 12345678910 123456789012 987654321a
  iloveyou iloveyou12 iloveyou123 letmein123 welcome123 welcome2024 welcome2025 welcome2026 administrator admin12345
  admin123456 changeme123 changemenow sunshine123 princess123 football123 baseball123 superman123 trustno1234 dragon12345
  master12345 monkey12345 shadow12345 michael123 jennifer123 abcdefghij abcd123456 abc1234567 abcdef1234
  ciaociao ciaociaociao ciao123456 ciao1234567 forzanapoli forzajuve forzamilan forzainter forzaroma forzalecce forzabari
  juventus juventus123 juventus1897 napoli1926 milan1899 inter1908 roma1927 lecce1908 bari1908 amoremio amoremio123
  tiamotanto tiamoamore francesco giuseppe alessandro alessandra valentina benvenuto benvenuto1 benvenuti passwordsicura
  lamiapassword password.123 cambiami123 segretissimo mammamia123 pugliapuglia puglia1234 comune12345 agora12345 agoragora1`
    .split(/\s+/)
    .filter(Boolean),
)
