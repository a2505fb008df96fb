/** The beginning of a project's text, for a ballot: its own page has the whole. */

/** At most so many characters, cut after a word and ended with `…`. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const end = cut.search(/\s+\S*$/)
  return `${(end > 0 ? cut.slice(0, end) : cut).trimEnd()}…`
}
