/** What is wrong with a file of ballots, and on which line. */

export class InputFault extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.name = 'InputFault'
    this.line = line
  }
}

/** An id as it may be shown in a message: one line, not endless. */
export function shown(text: string): string {
  const clean = text.replace(/[\p{C}]/gu, '�')
  return `"${clean.length > 60 ? `${clean.slice(0, 57)}…` : clean}"`
}
