/** Names that pretend: nobody calls oneself a comune, an office or a moderator, whatever the letters look like. */
import type { Verdict } from '#app/domain/authorization'

/** What the eye sees: one alphabet, one case, no marks, no spaces. After UTS #39, with the pairs that Latin readers confuse. */
export function skeleton(name: string): string {
  return [...name.normalize('NFKD').toLowerCase()]
    .map((sign) => lookalikes[sign] ?? sign)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}

/** A pseudonym or a real name speaks for one person only. */
export function isPersonalName(name: string): Verdict {
  const seen = skeleton(name)
  if (seen.length < 2) return 'identity.name-unreadable'
  if (isPiledUp(name)) return 'identity.name-unreadable'
  const words = name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .split(/[\s\p{P}]+/u)
    .map(skeleton)
  const pretends = officialParts.some((part) => seen.includes(part)) || words.some((word) => officialWords.has(word))
  return !pretends || 'identity.name-pretends'
}

/** An association may speak of a comune, but its name does not begin like one. */
export function isAssociationName(name: string): Verdict {
  const seen = skeleton(name)
  if (seen.length < 3 || isPiledUp(name)) return 'identity.name-unreadable'
  const first = skeleton(
    name
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim()
      .split(/[\s\p{P}]+/u)[0] ?? '',
  )
  const pretends = officialWords.has(first) || officialParts.some((part) => seen.startsWith(part))
  return !pretends || 'identity.name-pretends'
}

/** Marks stacked on one letter would run over the lines above and below. */
function isPiledUp(name: string) {
  return /\p{M}{4}/u.test(name.normalize('NFD'))
}

const lookalikes: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  в: 'b',
  н: 'h',
  к: 'k',
  м: 'm',
  т: 't',
  ԁ: 'd',
  ɡ: 'g',
  ο: 'o',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  β: 'b',
  η: 'n',
  μ: 'm',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
  '@': 'a',
  $: 's',
  '|': 'l',
}

const officialParts = [
  'comunedi',
  'provinciadi',
  'ufficio',
  'funzionari',
  'assessor',
  'moderator',
  'amministrator',
  'administrator',
].map(skeleton)

const officialWords = new Set(
  [
    'comune',
    'municipio',
    'municipality',
    'regione',
    'prefettura',
    'questura',
    'ministero',
    'sindaco',
    'agora',
    'staff',
  ].map(skeleton),
)
