import { Refusal } from '#app/domain/refusal'
import { page } from '#app/web/page.server'

export const loader = page(async () => {
  throw new Refusal('not-found')
})

export default function Nowhere() {
  return null
}
