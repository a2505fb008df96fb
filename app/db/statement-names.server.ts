/** Names for prepared statements: the same text has the same name, also when development loads the module anew on open connections. */
import { createHash } from 'node:crypto'

const names = new Map<string, string>()
const mostNames = 600

/** Each statement is planned once a connection; past the limit, statements stay unnamed rather than fill the server. */
export function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known) return known
  if (names.size >= mostNames) return ''
  const name = `agora_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`
  names.set(sql, name)
  return name
}
