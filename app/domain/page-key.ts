/** The place in a list where the next page begins, as an opaque word in an address. */

export type PageKey = readonly (string | number)[]

const longest = 200

/** The word for a key; its inside is nobody's business. */
export function cursorOf(key: PageKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** The key in a word from an address, or null if it is none of ours: then the list begins at its beginning. */
export function pageKeyOf<Shape extends PageKey>(
  cursor: string | null | undefined,
  shape: { [I in keyof Shape]: 'string' | 'number' },
): Shape | null {
  const key = decoded(cursor)
  if (!Array.isArray(key) || key.length !== shape.length) return null
  return key.every((part, index) => fits(part, shape[index])) ? (key as unknown[] as never) : null
}

function fits(part: unknown, kind: 'string' | 'number' | undefined) {
  if (kind === 'string') return typeof part === 'string' && !part.includes('\0')
  return kind === 'number' && Number.isSafeInteger(part)
}

function decoded(cursor: string | null | undefined): unknown {
  if (!cursor || cursor.length > longest || !/^[A-Za-z0-9_-]+$/.test(cursor)) return null
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (byte) => byte.charCodeAt(0))))
  } catch {
    return null
  }
}
