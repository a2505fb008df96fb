/** What was typed here and never reached the server, when the page is opened again. */
import { useEffect, useRef, useState } from 'react'
import { forget, type Kept, keptFor } from '#app/components/kept-on-device'
import { type Document, documentFromField, plainText } from '#app/editor/document'
import { useWords } from '#app/i18n/use-words'

type Written = { revision: number; title: string; document: Document; points: string[] }

/** `taken` is shown by itself; `other` is older than what was saved elsewhere since, and is shown only if asked for. */
export function useTextOnDevice(key: string, draft: Written) {
  const [taken, setTaken] = useState<Kept | null>(null)
  const [other, setOther] = useState<Kept | null>(null)
  const first = useRef(draft)
  useEffect(() => {
    const found = keptFor(key)
    if (!found) return
    if (sameWords(found, first.current)) forget(key)
    else if (found.revision === first.current.revision) setTaken(found)
    else setOther(found)
  }, [key])
  const take = () => {
    setTaken(other)
    setOther(null)
  }
  const drop = () => {
    forget(key)
    setOther(null)
  }
  return { taken, other, take, drop }
}

export function OtherText({ kept, onTake, onDrop }: { kept: Kept; onTake: () => void; onDrop: () => void }) {
  const t = useWords()
  return (
    <div className="notice time">
      <p>{t('proposals.other-on-device')}</p>
      <details>
        <summary>{t('proposals.other-read')}</summary>
        <p dir="auto">
          <strong>{fieldOf(kept, 'title')}</strong>
        </p>
        <p dir="auto" className="people-text">
          {wordsOf(kept)}
        </p>
      </details>
      <p className="actions">
        <button type="button" className="quiet-button" onClick={onTake}>
          {t('proposals.other-take')}
        </button>
        <button type="button" className="quiet-button" onClick={onDrop}>
          {t('proposals.other-drop')}
        </button>
      </p>
    </div>
  )
}

function sameWords(kept: Kept, draft: Written): boolean {
  const points = kept.fields.filter(([name, value]) => name.startsWith('points[') && value.trim()).map(lineOf)
  return (
    fieldOf(kept, 'title') === draft.title &&
    wordsOf(kept) === plainText(draft.document) &&
    points.join('\n') === draft.points.join('\n')
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
