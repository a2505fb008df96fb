/** The editor's extensions: exactly the parts and attributes of `document-schema.ts`, so nothing typed is refused later. */
import type { Extensions } from '@tiptap/core'
import Image from '@tiptap/extension-image'
import { Link } from '@tiptap/extension-link'
import { OrderedList } from '@tiptap/extension-list'
import StarterKit from '@tiptap/starter-kit'
import { isOurFile, isSafeAddress } from './addresses'
import { headingLevels, longestAlternative } from './document-nodes'

type Options = {
  /** False where several people write together: the shared document keeps its own history. */
  undoRedo?: boolean
}

export function documentExtensions({ undoRedo = true }: Options = {}): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [...headingLevels] },
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      link: false,
      orderedList: false,
      ...(undoRedo ? {} : { undoRedo: false }),
    }),
    NumberedList,
    AddressLink,
    OurImage,
  ]
}

const NumberedList = OrderedList.extend({
  addAttributes() {
    return { start: { default: 1, parseHTML: (element) => startOf(element.getAttribute('start')) } }
  },
})

const AddressLink = Link.extend({
  addAttributes() {
    return { href: { default: null } }
  },
}).configure({
  openOnClick: false,
  defaultProtocol: 'https',
  isAllowedUri: (address) => isSafeAddress(address),
  HTMLAttributes: { rel: 'nofollow ugc noopener', target: null, class: null },
})

/** Only pictures that we keep, described, with their size; no markdown, which would let one in undescribed. */
const OurImage = Image.extend({
  addAttributes() {
    return {
      src: { default: null },
      alt: { default: null },
      width: sizeAttribute('width'),
      height: sizeAttribute('height'),
    }
  },
  parseHTML() {
    return [{ tag: 'img[src][alt][width][height]', getAttrs: (element) => (isWhole(element) ? null : false) }]
  },
  addInputRules() {
    return []
  },
})

function sizeAttribute(name: 'width' | 'height') {
  return { default: null, parseHTML: (element: HTMLElement) => Number(element.getAttribute(name)) }
}

function isWhole(image: HTMLElement): boolean {
  const alt = image.getAttribute('alt')?.trim() ?? ''
  const sides = [Number(image.getAttribute('width')), Number(image.getAttribute('height'))]
  return (
    isOurFile(image.getAttribute('src') ?? '') &&
    alt !== '' &&
    alt.length <= longestAlternative &&
    sides.every((side) => Number.isInteger(side) && side >= 1 && side <= 20_000)
  )
}

function startOf(written: string | null): number {
  const start = Number(written ?? 1)
  return Number.isInteger(start) && start >= 1 && start <= 9999 ? start : 1
}
