/** Every word the editor shows or says; the screens that use it translate them. */
export type EditorLabels = {
  /** The name of the text field. */
  text: string
  /** Under the field while it is a plain one: how to write headings and lists. */
  plainTextHint: string
  /** The name of the row of buttons. */
  toolbar: string
  bold: string
  italic: string
  heading: string
  subheading: string
  bulletList: string
  orderedList: string
  quotation: string
  rule: string
  link: string
  image: string
  undo: string
  redo: string
  linkTitle: string
  linkAddress: string
  linkApply: string
  linkRemove: string
  /** What to do when the address cannot be used. */
  linkInvalid: string
  imageTitle: string
  imageFile: string
  imageDescription: string
  /** Why a picture needs words: who cannot see it hears them. */
  imageDescriptionHint: string
  imageInsert: string
  imageUploading: string
  imageFileMissing: string
  imageDescriptionMissing: string
  imageFailed: string
  cancel: string
}

/** Sends a picture to be kept, and says where it is; rejects with a sentence that can be shown. */
export type Upload = (file: File) => Promise<{ src: string; width: number; height: number }>
