/** Sends a picture from the editor; rejects with the sentence that the server gave. */
import type { Upload } from '#app/editor/editor-labels'

export function uploadTo(address: string): Upload {
  return async (file) => {
    const body = new FormData()
    body.set('file', file)
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } })
    const answer = (await response.json().catch(() => ({}))) as {
      src?: string
      width?: number
      height?: number
      message?: string
    }
    if (!response.ok || !answer.src) throw new Error(answer.message ?? '')
    return { src: answer.src, width: answer.width ?? 1, height: answer.height ?? 1 }
  }
}
