/**
 * Text cut into lines of a fixed width, as mails and some exports have it, with its paragraphs made whole again.
 * A line goes on in the next one when the next one's first word had no room on it.
 */
export function unwrapped(text: string): string {
  const lines = text.split(/\r\n|\n|\r/)
  const width = lines.reduce((longest, line) => Math.max(longest, line.trimEnd().length), 0)
  if (lines.length < 4 || width < 40 || width > 80) return text
  return lines.reduce((whole, line, place) => {
    if (place === 0) return line
    return whole + (goesOn(lines[place - 1] ?? '', line, width) ? ' ' : '\n') + line
  }, '')
}

function goesOn(line: string, next: string, width: number): boolean {
  if (line.trim() === '' || next.trim() === '' || /^\s*(?:[-*•>#]|\d{1,4}[.)])\s/.test(next)) return false
  const firstWord = /^\S+/.exec(next)?.[0] ?? ''
  return firstWord !== '' && line.trimEnd().length + 1 + firstWord.length > width
}
