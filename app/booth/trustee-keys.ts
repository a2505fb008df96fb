/** Where a trustee's key is kept: in this browser, and in a file that the trustee saves. */
import { z } from 'zod'
import { parsedJson } from '#app/domain/voting/belenios/election'

const keyForm = z.object({ uuid: z.string(), number: z.int(), seed: z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{22}$/) })
export type KeptKey = z.output<typeof keyForm>

export function readKeyFile(text: string): KeptKey | null {
  return keyForm.safeParse(parsedJson(text)).data ?? null
}

export function keptKey(uuid: string): KeptKey | null {
  try {
    return readKeyFile(localStorage.getItem(`trustee-key:${uuid}`) ?? '')
  } catch {
    return null
  }
}

/** A browser that keeps nothing still has the file. */
export function keep(key: KeptKey) {
  try {
    localStorage.setItem(`trustee-key:${key.uuid}`, JSON.stringify(key))
  } catch {
    // Nothing else to do: the page asks for the file again
  }
}
