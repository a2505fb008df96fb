import type { ShouldRevalidateFunction } from '@remix-run/react'

/**
 * For pages where people type. When the sign-in ended meanwhile, or nobody answers, the page is not read again, because
 * it would lead away from the words; a form refused because of what others did is shown over what they did; one refused for itself,
 * or sent too often, stays as it is; nothing else arrives.
 */
export const typedStays: ShouldRevalidateFunction = ({
  actionStatus,
  formMethod,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => {
  if (actionStatus === 401 || actionStatus === 503) return false
  const moves = formMethod !== undefined || currentUrl.href !== nextUrl.href
  return actionStatus === 409 || (defaultShouldRevalidate && moves)
}
