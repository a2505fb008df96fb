/** The difference between two versions, readable without colours: words say where something was added or removed. */
import { Children, type ReactNode } from 'react'
import type { Change, Part } from './differences'
import type { Line } from './document-lines'
import { directionOf } from './writing-direction'

export type DifferenceLabels = {
  /** Said before what was added or removed, to who cannot see it: "aggiunto:". */
  added: string
  removed: string
  /** Said after it: "fine". */
  end: string
}

type Props = { changes: Change[]; labels: DifferenceLabels; lang?: string; headingShift?: number }

export function RenderedDifferences({ changes, labels, lang, headingShift = 0 }: Props) {
  return (
    <div className="document-text document-differences" lang={lang}>
      {Children.toArray(groupsOf(changes).map((group) => renderedGroup(group, labels, headingShift)))}
    </div>
  )
}

/** Items that follow each other are one list; every other line stands alone. */
function groupsOf(changes: Change[]): Change[][] {
  const groups: Change[][] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (change.line.role === 'item' && last?.[0]?.line.role === 'item') last.push(change)
    else groups.push([change])
  }
  return groups
}

function renderedGroup(group: Change[], labels: DifferenceLabels, shift: number): ReactNode {
  const lines = Children.toArray(group.map((change) => renderedLine(change, labels, shift)))
  const [first] = group
  return first?.line.role === 'item' ? <ul dir={directionOf(first.line.text)}>{lines}</ul> : lines
}

function renderedLine(change: Change, labels: DifferenceLabels, shift: number): ReactNode {
  const { line } = change
  const parts: Part[] = change.kind === 'changed' ? change.parts : [{ kind: change.kind, text: line.text }]
  const words = Children.toArray(parts.map((part) => renderedPart(part, labels)))
  return inItsPlace(line, words, shift)
}

function inItsPlace(line: Line, words: ReactNode, shift: number): ReactNode {
  if (line.role === 'item')
    return (
      <li dir="auto" data-depth={line.level}>
        {words}
      </li>
    )
  if (line.role === 'rule') return <p className="document-rule">{words}</p>
  const Tag = line.role === 'heading' ? headingTag(line.level + shift) : 'p'
  const whole = <Tag dir="auto">{words}</Tag>
  return line.quoted ? <blockquote>{whole}</blockquote> : whole
}

/** The labels are of the page, and turn no line of the text: nothing within a `bdi` counts for `dir="auto"`. */
function renderedPart({ kind, text }: Part, labels: DifferenceLabels): ReactNode {
  if (kind === 'same') return withBreaks(text)
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <bdi className="visually-hidden">{labels[kind]} </bdi>
      {text === '' ? '―' : withBreaks(text)}
      <bdi className="visually-hidden"> {labels.end} </bdi>
    </Tag>
  )
}

function withBreaks(text: string): ReactNode[] {
  return Children.toArray(
    text.split('\n').flatMap((line, place) => (place === 0 ? [line] : [<br key="break" />, line])),
  )
}

function headingTag(level: number) {
  const tags = ['h2', 'h3', 'h4', 'h5', 'h6'] as const
  return tags[Math.min(Math.max(level, 2), 6) - 2] ?? 'h6'
}
