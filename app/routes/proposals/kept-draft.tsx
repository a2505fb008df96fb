/** A proposal's words as they are kept on this device. */
import type { Kept } from '#app/components/kept-on-device'
import { type Document, documentFromField, plainText } from '#app/editor/document'

type Written = { title: string; document: Document; points: string[] }

export function sameWords(kept: Kept, draft: Written): boolean {
  const points = kept.fields.filter(([name, value]) => name.startsWith('points[') && value.trim()).map(lineOf)
  return (
    fieldOf(kept, 'title') === draft.title &&
    wordsOf(kept) === plainText(draft.document) &&
    points.join('\n') === draft.points.join('\n')
  )
}

export function KeptDraft({ kept }: { kept: Kept }) {
  return (
    <>
      <p dir="auto">
        <strong>{fieldOf(kept, 'title')}</strong>
      </p>
      <p dir="auto" className="people-text">
        {wordsOf(kept)}
      </p>
    </>
  )
}

const lineOf = ([, value]: [string, string]) => value.trim()

function fieldOf(kept: Kept, wanted: string): string {
  return kept.fields.find(([name]) => name === wanted)?.[1] ?? ''
}

function wordsOf(kept: Kept): string {
  const parsed = documentFromField(fieldOf(kept, 'document'))
  return parsed.ok ? plainText(parsed.document) : fieldOf(kept, 'document')
}
