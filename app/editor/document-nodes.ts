/** The parts a document may be made of: nothing else is stored, edited or shown. */
export type Bold = { type: 'bold' }
export type Italic = { type: 'italic' }
export type Link = { type: 'link'; attrs: { href: string } }
export type Mark = Bold | Italic | Link

export type Text = { type: 'text'; text: string; marks?: Mark[] }
export type HardBreak = { type: 'hardBreak' }
export type Inline = Text | HardBreak

export type HeadingLevel = 2 | 3 | 4
export type Paragraph = { type: 'paragraph'; content?: Inline[] }
export type Heading = { type: 'heading'; attrs: { level: HeadingLevel }; content?: Inline[] }
export type HorizontalRule = { type: 'horizontalRule' }
export type Image = { type: 'image'; attrs: { src: string; alt: string; width: number; height: number } }
export type Blockquote = { type: 'blockquote'; content: Block[] }

/** An item opens with a paragraph: the editor knows no other kind. */
export type ListItem = { type: 'listItem'; content: Block[] }
export type BulletList = { type: 'bulletList'; content: ListItem[] }
export type OrderedList = { type: 'orderedList'; attrs?: { start: number }; content: ListItem[] }

export type Block = Paragraph | Heading | HorizontalRule | Image | Blockquote | BulletList | OrderedList
export type Document = { type: 'doc'; content: Block[] }

export const headingLevels = [2, 3, 4] as const satisfies readonly HeadingLevel[]

/** Characters of an image's alternative text. */
export const longestAlternative = 300
