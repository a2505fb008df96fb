/** The scripts of the ballot page and of the trustees' page, with the hashes that browsers and people compare. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export type BoothScript = { file: string; bytes: number; sha256: string; integrity: string }
export type BoothScripts = Record<'ballot' | 'trustee', BoothScript>

let known: BoothScripts | undefined

export function boothScripts(): BoothScripts {
  known ??= JSON.parse(readFileSync(resolve('build/booth/scripts.json'), 'utf8')) as BoothScripts
  return known
}
